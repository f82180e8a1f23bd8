# Tests of training/, whose programs are run by hand.
add_unit_test(training
  article_kind_test.cc
  averaged_weights_test.cc
  class_exchange_test.cc
  conllu_test.cc
  corpus_test.cc
  labelled_text_test.cc
  learned_weights_test.cc
  name_collection_test.cc
  name_sources_test.cc
  name_sets_test.cc
  parser_oracle_test.cc
  plain_names_test.cc
  plain_words_test.cc
  wire_lines_test.cc)
target_link_libraries(training_test PRIVATE cjk_training name_training)
