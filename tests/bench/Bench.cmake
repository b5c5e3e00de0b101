# Measures, never asserts: ./dev bench runs it on the release build.
add_executable(smsauth-bench bench/Bench.cpp bench/LoadGenerator.cpp bench/LoadGenerator.h)
set_target_properties(smsauth-bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
target_include_directories(smsauth-bench PRIVATE ${CMAKE_SOURCE_DIR})
target_link_libraries(smsauth-bench PRIVATE smsauth_flags Qt6::Core)
add_dependencies(smsauth-bench smsauth)
target_compile_definitions(smsauth-bench PRIVATE SMSAUTH_PROGRAM="$<TARGET_FILE:smsauth>")
