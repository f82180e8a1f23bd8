add_unit_test(exchange
  awkward_graph.cc
  csv_writer_test.cc
  graph_xml_test.cc
  json_lines_writer_test.cc
  ntriples_writer_test.cc)
target_link_libraries(exchange_test PRIVATE archive_reading LibXml2::LibXml2
  nlohmann_json::nlohmann_json)
