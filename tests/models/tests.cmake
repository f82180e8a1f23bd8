add_unit_test(models
  model_file_test.cc
  sentence_test.cc)
