// Work on a thread with little stack, as threads of other programs and small targets have.
#pragma once

#include <pthread.h>

#include <cstddef>
#include <functional>
#include <stdexcept>

namespace martech_audit::tests {

// What the program may take. Builds that are not optimised, and those under sanitizers, get more: their
// frames are several times as large.
#if defined(MARTECH_AUDIT_SANITIZED)
inline constexpr std::size_t small_stack = std::size_t{4} << 20;
#elif defined(__OPTIMIZE__)
inline constexpr std::size_t small_stack = std::size_t{96} << 10;
#else
inline constexpr std::size_t small_stack = std::size_t{384} << 10;
#endif

// Runs it to its end; more stack than that ends the process by a signal.
inline void on_small_stack(const std::function<void()>& work) {
  const auto run = [](void* argument) -> void* {
    (*static_cast<const std::function<void()>*>(argument))();
    return nullptr;
  };
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, small_stack);  // with a guard page beyond
  pthread_t thread{};
  const int failed = pthread_create(&thread, &attributes, run, const_cast<std::function<void()>*>(&work));
  pthread_attr_destroy(&attributes);
  if (failed != 0) throw std::runtime_error("no thread could be made");
  pthread_join(thread, nullptr);
}

}  // namespace martech_audit::tests
