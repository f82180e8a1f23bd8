add_unit_test(models
  sentence_test.cc)
