add_unit_test(search
  date_range_test.cc
  facets_test.cc
  feedback_test.cc
  index_reader_test.cc
  index_writer_test.cc
  match_pattern_test.cc
  query_lexer_test.cc
  query_parser_test.cc
  schema_test.cc
  snippet_test.cc
  stored_article_test.cc)
target_link_libraries(search_test PRIVATE PkgConfig::xapian)
