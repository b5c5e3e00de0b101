# Measures, never asserts: ./dev bench runs it on the release build.
add_executable(smsauth-bench bench/Bench.cpp bench/LoadGenerator.cpp bench/LoadGenerator.h)
set_target_properties(smsauth-bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
target_include_directories(smsauth-bench PRIVATE ${CMAKE_SOURCE_DIR})
target_link_libraries(smsauth-bench PRIVATE smsauth_flags Qt6::Core)
add_dependencies(smsauth-bench smsauth)
target_compile_definitions(smsauth-bench PRIVATE SMSAUTH_PROGRAM="$<TARGET_FILE:smsauth>")

# fillLog(): a profile with a large send log, for benches and tests of the console.
add_library(smsauth_fill_log STATIC bench/FillLog.cpp bench/FillLog.h)
target_link_libraries(smsauth_fill_log PUBLIC smsauth_core PRIVATE Qt6::Sql)

# The console over a real engine: how soon it is there, and how long it was ever deaf.
if(SMSAUTH_CONSOLE)
    add_executable(smsauth-console-bench bench/ConsoleBench.cpp bench/GapWatch.h bench/LoadGenerator.cpp
                   bench/LoadGenerator.h)
    set_target_properties(smsauth-console-bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(smsauth-console-bench PRIVATE smsauth_fill_log smsauth_test_support smsauth_ui Qt6::Sql Qt6::DBus)
    add_dependencies(smsauth-console-bench smsauth-console)
    target_compile_definitions(smsauth-console-bench
                               PRIVATE SMSAUTH_CONSOLE_PROGRAM="$<TARGET_FILE:smsauth-console>")
endif()

# The send log as the console asks for it, with a million rows.
add_executable(smsauth-bench-log bench/BenchLog.cpp)
set_target_properties(smsauth-bench-log PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
target_link_libraries(smsauth-bench-log PRIVATE smsauth_fill_log)
if(SMSAUTH_CONSOLE)
    add_executable(smsauth-bench-log-page bench/BenchLogPage.cpp)
    set_target_properties(smsauth-bench-log-page PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(smsauth-bench-log-page PRIVATE smsauth_fill_log smsauth_ui)
endif()
