# martech-audit alone on a small base.
#
#   docker build -t martech-audit .
#   docker run --rm --network none -v "$PWD:/work:ro" martech-audit scan inventory.yaml
FROM debian:12 AS build
COPY . /source
RUN /source/bootstrap --yes build

FROM debian:12-slim
COPY --from=build /source/build/release/bin/martech-audit /usr/local/bin/martech-audit
COPY --from=build /source/LICENSE /usr/share/doc/martech-audit/LICENSE
USER nobody
WORKDIR /work
ENTRYPOINT ["martech-audit"]
