# SPDX-License-Identifier: GPL-3.0-or-later
set(properties ${CMAKE_CURRENT_LIST_DIR})
foreach(property bytes cached spans spans-in-containers explained consumers hostile-files)
  gx_command_test(properties-${property} 600
    ${PYTHON3} ${properties}/${property}.py $<TARGET_FILE:guanxi-cli> ${PROJECT_SOURCE_DIR}/tests/samples ${GUANXI_SHARED})
endforeach()
gx_command_test(properties-invariance 600
  ${PYTHON3} ${properties}/invariance.py $<TARGET_FILE:guanxi-cli> ${PROJECT_SOURCE_DIR}/tests/spec/match.md ${PROJECT_SOURCE_DIR}/tests/samples)
gx_command_test(properties-linear 600 ${PYTHON3} ${properties}/linear.py $<TARGET_FILE:guanxi-cli>)

# What is looked at in every document, by the tests here and by the fuzz target.
function(gx_document_check target)
  target_sources(${target} PRIVATE ${properties}/document-check.c ${properties}/source-says.c)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src/text ${properties})
  target_link_libraries(${target} PRIVATE PkgConfig::XML)
endfunction()

add_executable(map-check ${properties}/map-check.c)
gx_link(map-check text)
gx_document_check(map-check)
gx_document_check(test-document-check)
target_link_libraries(map-check PRIVATE gx-warnings)
foreach(folder ${PROJECT_SOURCE_DIR}/tests/samples ${GUANXI_SHARED}/seeds ${GUANXI_SHARED}/posts)
  cmake_path(GET folder FILENAME name)
  if(EXISTS ${folder})
    gx_command_test(properties-map-${name} 600 map-check ${folder})
  endif()
endforeach()
gx_command_test(properties-round-trip 600 ${PYTHON3} ${properties}/round-trip.py $<TARGET_FILE:guanxi-cli> $<TARGET_FILE:map-check>)
gx_command_test(properties-hostile-markup 900 ${PYTHON3} ${properties}/hostile-markup.py $<TARGET_FILE:guanxi-cli> $<TARGET_FILE:map-check>)
