# layer(NAME [USES layer...] [SOURCES file...]): the folder at hand as a target.
#
# NAME is the folder's path from the root with _ for /, so model/syntax is model_syntax. Without
# sources it is a library of headers. What a layer USES it may include, and so may who uses it.
# The graph is written to build/layers.txt, which tests/layers reads.

function(layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "USES;SOURCES")
  if(layer_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "layer(${name}): what is ${layer_UNPARSED_ARGUMENTS}?")
  endif()
  if(layer_SOURCES)
    add_library(${name} STATIC ${layer_SOURCES})
    target_link_libraries(${name} PUBLIC chancheck_options ${layer_USES})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE chancheck_options ${layer_USES})
  endif()
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE ";" " " uses "${layer_USES}")
  set_property(GLOBAL APPEND PROPERTY chancheck_layers "${name}: ${folder}: ${uses}")
endfunction()

# Writes a line "NAME: FOLDER: USED ..." for each layer.
function(write_layers file)
  get_property(layers GLOBAL PROPERTY chancheck_layers)
  string(REPLACE ";" "\n" lines "${layers}")
  file(WRITE ${file} "${lines}\n")
endfunction()
