# What every layer is compiled with: the repository's root as include path, Boost's headers
# (1.74 or newer), fmt (9 or newer), nlohmann's JSON, toml++ (3), warnings, sanitizers.

find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(fmt 9 QUIET)
if(NOT fmt_FOUND)
  find_package(fmt REQUIRED)  # fmt 10 and 11 call themselves incompatible with 9
  if(fmt_VERSION VERSION_LESS 9)
    message(FATAL_ERROR "fmt 9 or newer is needed, found ${fmt_VERSION}")
  endif()
endif()
find_package(nlohmann_json 3 REQUIRED)
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)

add_library(chancheck_options INTERFACE)
target_include_directories(chancheck_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(chancheck_options INTERFACE Boost::headers fmt::fmt nlohmann_json::nlohmann_json
  Threads::Threads)
target_compile_options(chancheck_options INTERFACE -Wall -Wextra -Wpedantic)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC bug 105651: false alarms for concatenated strings.
  target_compile_options(chancheck_options INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 to 14 give these about correct uses of std::string, std::vector and Boost's numbers once
  # they are inlined (for one, GCC bug 105651).
  target_compile_options(chancheck_options INTERFACE -Wno-restrict -Wno-array-bounds
    -Wno-stringop-overflow -Wno-stringop-overread -Wno-maybe-uninitialized -Wno-dangling-reference
    -Wno-aggressive-loop-optimizations)
endif()
if(CHANCHECK_WERROR)
  target_compile_options(chancheck_options INTERFACE -Werror)
endif()
if(CHANCHECK_SANITIZE)
  target_compile_options(chancheck_options INTERFACE
    -fsanitize=${CHANCHECK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(chancheck_options INTERFACE -fsanitize=${CHANCHECK_SANITIZE})
endif()
