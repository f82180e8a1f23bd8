add_unit_test(models
  feature_weights_test.cc
  model_file_test.cc
  name_lists_test.cc
  relation_classifier_test.cc
  sentence_test.cc
  word_classes_test.cc)
