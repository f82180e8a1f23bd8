add_executable(archive_reading_test
  indexer/article_line_test.cc
  indexer/articles_test.cc
  indexer/broken_archives_test.cc
  indexer/charset_test.cc
  indexer/cut_archives_test.cc
  indexer/document_test.cc
  indexer/excerpt_test.cc
  indexer/exporters_test.cc
  indexer/feed_test.cc
  indexer/file_list_test.cc
  indexer/graph_table_test.cc
  indexer/graph_triples_test.cc
  indexer/graph_xml_test.cc
  indexer/headline_test.cc
  indexer/html_article_test.cc
  indexer/html_metadata_test.cc
  indexer/http_response_test.cc
  indexer/kind_test.cc
  indexer/lenient_json_test.cc
  indexer/page_layouts_test.cc
  indexer/page_phrases_test.cc
  indexer/mail_test.cc
  indexer/markdown_test.cc
  indexer/markup_kind_test.cc
  indexer/news_xml_test.cc
  indexer/plain_text_test.cc
  indexer/press_date_test.cc
  indexer/record_formats_test.cc
  indexer/rejects_test.cc
  indexer/scraped_text_test.cc
  indexer/site_templates_test.cc
  indexer/stated_articles_test.cc
  indexer/triple_test.cc
  indexer/unpacking_stream_test.cc
  indexer/url_reference_test.cc
  indexer/warc_reader_test.cc)
make_test_program(archive_reading_test)
target_link_libraries(archive_reading_test PRIVATE archive_reading
  LibArchive::LibArchive PkgConfig::libzstd LibLZMA::LibLZMA BZip2::BZip2
  ZLIB::ZLIB)
add_test(NAME archive_reading COMMAND archive_reading_test)

add_unit_test(indexer
  index_archives_test.cc
  lane_threads_test.cc)
