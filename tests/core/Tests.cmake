# The keyring, real and faulty: the one needs a session of its own, the other makes its own.
foreach(name tst_keyring tst_keyringfaults)
    add_executable(${name} core/keyring/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(${name} PRIVATE smsauth_test_support Qt6::DBus)
endforeach()
add_test(NAME tst_keyring COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/support/with-keyring.sh $<TARGET_FILE:tst_keyring>)
add_test(NAME tst_keyringfaults COMMAND tst_keyringfaults)
set_tests_properties(tst_keyring tst_keyringfaults PROPERTIES TIMEOUT 180 ENVIRONMENT "LC_ALL=C.UTF-8")
