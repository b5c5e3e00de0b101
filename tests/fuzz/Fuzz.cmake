# Every parser of ours against bytes from anywhere. As a test: the corpus and variations of it, the same every time.
# In the preset fuzz (clang): libFuzzer, see ./dev fuzz.
add_library(smsauth_fuzz_targets OBJECT fuzz/Targets.cpp fuzz/Targets.h)
target_link_libraries(smsauth_fuzz_targets PUBLIC smsauth_test_support)
smsauth_precompile_as(smsauth_fuzz_targets smsauth_test_support)

add_executable(fuzz-replay fuzz/Replay.cpp)
target_link_libraries(fuzz-replay PRIVATE smsauth_fuzz_targets)
set_target_properties(fuzz-replay PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
add_test(NAME fuzz_replay COMMAND fuzz-replay ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus 200)
set_tests_properties(fuzz_replay PROPERTIES TIMEOUT 120)

if(SMSAUTH_SANITIZE MATCHES fuzzer)
    add_executable(smsauth-fuzz fuzz/LibFuzzer.cpp)
    target_link_libraries(smsauth-fuzz PRIVATE smsauth_fuzz_targets)
    target_link_options(smsauth-fuzz PRIVATE -fsanitize=fuzzer)
    set_target_properties(smsauth-fuzz PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
endif()
