#include "cli/graphviz.h"

#include <dlfcn.h>

#include <memory>

namespace martech_audit::cli {
namespace {

// The part of libgvc's interface that is used (Graphviz 2.42 and later), by its symbols.
struct Graphviz {
  void* cgraph = nullptr;
  void* gvc = nullptr;
  void* (*read)(const char* text) = nullptr;
  int (*close_graph)(void* graph) = nullptr;
  void* (*make_context)() = nullptr;
  int (*free_context)(void* context) = nullptr;
  int (*layout)(void* context, void* graph, const char* engine) = nullptr;
  int (*free_layout)(void* context, void* graph) = nullptr;
  int (*render)(void* context, void* graph, const char* format, char** data, unsigned* size) = nullptr;
  void (*free_data)(char* data) = nullptr;

  bool complete() const {
    return read != nullptr && close_graph != nullptr && make_context != nullptr && free_context != nullptr &&
           layout != nullptr && free_layout != nullptr && render != nullptr && free_data != nullptr;
  }
};

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
}

Graphviz load() {
  Graphviz library;
  library.cgraph = dlopen("libcgraph.so.6", RTLD_NOW | RTLD_GLOBAL);
  library.gvc = dlopen("libgvc.so.6", RTLD_NOW | RTLD_GLOBAL);
  if (library.cgraph == nullptr || library.gvc == nullptr) return library;
  find(library.cgraph, "agmemread", library.read);
  find(library.cgraph, "agclose", library.close_graph);
  find(library.gvc, "gvContext", library.make_context);
  find(library.gvc, "gvFreeContext", library.free_context);
  find(library.gvc, "gvLayout", library.layout);
  find(library.gvc, "gvFreeLayout", library.free_layout);
  find(library.gvc, "gvRenderData", library.render);
  find(library.gvc, "gvFreeRenderData", library.free_data);
  return library;
}

}  // namespace

Result<std::string> svg_by_graphviz(const std::string& dot, const char* engine) {
  const Graphviz library = load();
  if (!library.complete()) {
    return Error{
        "an SVG needs Graphviz, which is not installed (Debian's package libgvc6); dot and mermaid do "
        "without"};
  }
  void* const context = library.make_context();
  void* const graph = library.read(dot.c_str());
  std::string svg;
  if (graph != nullptr && library.layout(context, graph, engine) == 0) {
    char* data = nullptr;
    unsigned size = 0;
    if (library.render(context, graph, "svg", &data, &size) == 0 && data != nullptr) svg.assign(data, size);
    if (data != nullptr) library.free_data(data);
    library.free_layout(context, graph);
  }
  if (graph != nullptr) library.close_graph(graph);
  library.free_context(context);
  if (svg.empty()) return Error{"Graphviz could not lay the graph out"};
  return svg;
}

}  // namespace martech_audit::cli
