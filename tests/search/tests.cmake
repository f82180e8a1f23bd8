add_unit_test(search
  date_range_test.cc
  facets_test.cc
  feedback_test.cc
  index_reader_test.cc
  index_writer_test.cc
  match_pattern_test.cc
  phrases_test.cc
  query_lexer_test.cc
  query_parser_test.cc
  ranked_texts_test.cc
  schema_test.cc
  snippet_test.cc
  stored_article_test.cc
  suggestions_test.cc
  typing_form_test.cc
  word_trie_test.cc)
target_link_libraries(search_test PRIVATE PkgConfig::xapian)
