# docker build -t chancheck . && docker run --rm -v "$PWD:/src" chancheck check ./...
FROM debian:12-slim AS build
WORKDIR /chancheck
COPY . .
RUN bash -c 'root=$PWD && source cmake/prepare.sh && install_packages "${build_packages[@]}" && build'

FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends libfmt9 git && rm -rf /var/lib/apt/lists/*
COPY --from=build /chancheck/build/chancheck /usr/local/bin/chancheck
WORKDIR /src
ENTRYPOINT ["chancheck"]
CMD ["help"]
