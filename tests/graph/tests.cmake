add_unit_test(graph
  tiny_archive.cc
  article_record_test.cc
  cooccurrence_test.cc
  edge_summary_test.cc
  encoding_test.cc
  external_sorter_test.cc
  graph_builder_test.cc
  graph_format_test.cc
  graph_reader_test.cc
  identity_test.cc
  judged_build_test.cc
  question_test.cc
  ranking_test.cc
  paths_test.cc
  related_test.cc
  stories_test.cc)
target_link_libraries(graph_test PRIVATE Threads::Threads)
