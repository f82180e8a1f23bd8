# httplib: the header of cpp-httplib, 0.41.0 or newer (docs/dependencies.md).
# -DLODE_HTTPLIB_DIR=FOLDER takes it from there instead of Debian's archive.
set(LODE_HTTPLIB_DIR "" CACHE PATH "The folder of httplib.h; empty: fetch it")

if(LODE_HTTPLIB_DIR)
  set(httplib_folder ${LODE_HTTPLIB_DIR})
else()
  execute_process(
    COMMAND ${CMAKE_SOURCE_DIR}/scripts/fetch_httplib.sh
      ${CMAKE_BINARY_DIR}/third_party
    OUTPUT_VARIABLE httplib_folder
    OUTPUT_STRIP_TRAILING_WHITESPACE
    RESULT_VARIABLE httplib_status)
  if(NOT httplib_status EQUAL 0)
    message(FATAL_ERROR "cpp-httplib is missing; the lines above say why.")
  endif()
endif()
if(NOT EXISTS ${httplib_folder}/httplib.h)
  message(FATAL_ERROR "${httplib_folder} has no httplib.h")
endif()

add_library(httplib INTERFACE)
target_include_directories(httplib SYSTEM INTERFACE ${httplib_folder})
# A short backlog makes bursts of connections wait for TCP's second try. A query
# of a megabyte, its characters escaped, is read as far as queries are.
target_compile_definitions(httplib INTERFACE
  CPPHTTPLIB_ZLIB_SUPPORT CPPHTTPLIB_LISTEN_BACKLOG=256
  CPPHTTPLIB_MAX_LINE_LENGTH=4194304
  CPPHTTPLIB_REQUEST_URI_MAX_LENGTH=4194304)
target_link_libraries(httplib INTERFACE Threads::Threads ZLIB::ZLIB)
