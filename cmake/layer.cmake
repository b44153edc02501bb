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
  add_headers(${name})
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE ";" " " uses "${layer_USES}")
  set_property(GLOBAL APPEND PROPERTY chancheck_layers "${name}: ${folder}: ${uses}")
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

# Writes a line "NAME: FOLDER: USED ..." for each layer.
function(write_layers file)
  get_property(layers GLOBAL PROPERTY chancheck_layers)
  string(REPLACE ";" "\n" lines "${layers}")
  file(WRITE ${file} "${lines}\n")
endfunction()
