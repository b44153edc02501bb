# For bash scripts to source: installs what is missing, configures and builds.
# Works on Debian 12 and 13 and Ubuntu 24.04, as root or with sudo.

# The packages that the build needs: alternatives separated by |, most wanted first; after a colon
# what to look for when none of them is installed, as people have their own cmake or compiler.
build_packages=(
  'g++:c++'
  'cmake:cmake'
  'ninja-build:ninja'
  'libboost1.81-dev|libboost-dev|libboost1.74-dev|libboost1.83-dev:/usr/include/boost/version.hpp'
  'libfmt-dev:/usr/include/fmt/core.h'
  'nlohmann-json3-dev:/usr/include/nlohmann/json.hpp'
  'libtomlplusplus-dev:/usr/include/toml++/toml.h'
)

# What the tests need on top of it.
test_packages=(
  'catch2:/usr/include/catch2/catch.hpp'
  'python3:python3'
  'python3-jsonschema:/usr/lib/python3/dist-packages/jsonschema/__init__.py'
  'python3-yaml:/usr/lib/python3/dist-packages/yaml/__init__.py'
  'golang-go:go'
  'spin:spin'
)

# What tests/bench needs: what chancheck is measured against, and what measures.
bench_packages=(
  'spin:spin'
  'gcc:gcc'
  'libc6-dev:/usr/include/stdio.h'
  'time:/usr/bin/time'
  'python3:python3'
)

say() { printf '== %s\n' "$*"; }

installed() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# satisfied 'A|B:THING': is one of the packages installed, or the file or command THING there?
satisfied() {
  local names=${1%%:*} thing=${1#*:} name
  for name in ${names//|/ }; do
    if installed "$name"; then return 0; fi
  done
  if [[ $thing == /* ]]; then [[ -e $thing ]]; else command -v "$thing" >/dev/null; fi
}

# install_packages REQUIREMENT...: installs those that are not satisfied, all in one go.
install_packages() {
  local missing=() chosen=() requirement name as_root=()
  for requirement in "$@"; do
    satisfied "$requirement" || missing+=("$requirement")
  done
  if [[ ${#missing[@]} == 0 ]]; then return 0; fi
  if ! command -v apt-get >/dev/null; then
    echo "missing, and there is no apt-get to install it: ${missing[*]%%:*}" >&2
    return 2
  fi
  if [[ $(id -u) != 0 ]]; then
    if ! command -v sudo >/dev/null; then
      echo "missing: ${missing[*]%%:*}; to install them I need to be root or have sudo" >&2
      return 2
    fi
    as_root=(sudo)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  say "apt-get update"
  "${as_root[@]}" apt-get -qq update
  for requirement in "${missing[@]}"; do
    local names=${requirement%%:*} found=
    for name in ${names//|/ }; do
      if [[ -n $(apt-cache show --no-all-versions "$name" 2>/dev/null) ]]; then
        found=$name
        break
      fi
    done
    if [[ -z $found ]]; then
      echo "no package found for: $names" >&2
      return 2
    fi
    chosen+=("$found")
  done
  say "apt-get install ${chosen[*]}"
  "${as_root[@]}" apt-get -qq install -y --no-install-recommends "${chosen[@]}" </dev/null
}

# build FLAG...: configures build/ with these cmake flags and builds it; prints only what went wrong
# and how long it took. A build folder keeps its generator.
build() {
  local generator=() log started=$SECONDS
  if [[ ! -e $root/build/CMakeCache.txt ]] && command -v ninja >/dev/null; then
    generator=(-G Ninja)
  fi
  say "building build/ (Release)"
  mkdir -p "$root/build"
  log=$root/build/build.log
  if ! { cmake -S "$root" -B "$root/build" "${generator[@]}" -DCMAKE_BUILD_TYPE=Release "$@" &&
         cmake --build "$root/build" --parallel "$(nproc)"; } >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "the build failed; all of its output is in $log" >&2
    return 2
  fi
  say "built in $((SECONDS - started)) s"
}
