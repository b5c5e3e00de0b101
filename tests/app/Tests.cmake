# What the two programs share is a library of its own.
foreach(name tst_CommandLine tst_AnswerText tst_StopSignals)
    target_link_libraries(${name} PRIVATE smsauth_app)
endforeach()
