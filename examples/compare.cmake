cmake_minimum_required(VERSION 3.25)

# Runs a program and compares its exit status and all that it prints with what is expected:
#   cmake -DEXPECTED=FILE -DSTATUS=N -P compare.cmake -- PROGRAM ARGUMENT...
set(command)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(DEFINED separator)
    list(APPEND command "${CMAKE_ARGV${i}}")
  elseif(CMAKE_ARGV${i} STREQUAL "--")
    set(separator ${i})
  endif()
endforeach()

execute_process(COMMAND ${command}
  OUTPUT_VARIABLE output ERROR_VARIABLE errors RESULT_VARIABLE status)
file(READ ${EXPECTED} expected)
if(NOT "${output}" STREQUAL "${expected}" OR NOT "${errors}" STREQUAL "" OR NOT status EQUAL STATUS)
  message(FATAL_ERROR "exit status ${status} (expected: ${STATUS})\n${errors}"
    "--- printed\n${output}--- expected (${EXPECTED})\n${expected}")
endif()
