# layer(NAME [USES layer...] [PRIVATE layer...] [SOURCES file...]): the folder at hand as a target.
# layer(NAME HEADERS file... [USES layer...]): only these headers of it, as a layer of their own.
#
# NAME is the folder's path from the root with _ for /, so model/syntax is model_syntax. Without
# sources it is a library of headers. What a layer USES it may include, and so may who uses it; what
# is PRIVATE only the layer itself. The graph is written to build/layers.txt, which tests/layers reads.

function(layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "USES;PRIVATE;SOURCES;HEADERS")
  if(layer_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "layer(${name}): what is ${layer_UNPARSED_ARGUMENTS}?")
  endif()
  if(layer_SOURCES)
    add_library(${name} STATIC ${layer_SOURCES})
    target_link_libraries(${name} PUBLIC chancheck_options ${layer_USES} PRIVATE ${layer_PRIVATE})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE chancheck_options ${layer_USES})
  endif()
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  if(layer_HEADERS)
    if(folder)
      list(TRANSFORM layer_HEADERS PREPEND "${folder}/")
    endif()
    string(REPLACE ";" " " folder "${layer_HEADERS}")
  else()
    add_headers(${name})
  endif()
  string(REPLACE ";" " " uses "${layer_USES}")
  string(REPLACE ";" " " private "${layer_PRIVATE}")
  set_property(GLOBAL APPEND PROPERTY chancheck_layers "${name}: ${folder}: ${uses}: ${private}")
endfunction()

# The headers of the folder and of those below it that are no layers: the target
# all_verify_interface_header_sets compiles each alone.
function(add_headers name)
  file(GLOB headers *.hpp)
  file(GLOB below LIST_DIRECTORIES true *)
  foreach(folder IN LISTS below)
    if(IS_DIRECTORY ${folder} AND NOT EXISTS ${folder}/CMakeLists.txt)
      file(GLOB more ${folder}/*.hpp)
      list(APPEND headers ${more})
    endif()
  endforeach()
  if(headers)
    target_sources(${name} INTERFACE FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
      FILES ${headers})
    set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
endfunction()

# Writes a line "NAME: FOLDER-OR-HEADERS: USED ...: PRIVATE ..." for each layer.
function(write_layers file)
  get_property(layers GLOBAL PROPERTY chancheck_layers)
  string(REPLACE ";" "\n" lines "${layers}")
  file(WRITE ${file} "${lines}\n")
endfunction()
