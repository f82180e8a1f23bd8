add_unit_test(text abbreviations_test.cc analysis_test.cc article_id_test.cc
  article_test.cc breaks_test.cc canonical_url_test.cc changes_test.cc
  characters_test.cc entity_test.cc fold_test.cc language_test.cc minhash_test.cc
  sentences_test.cc span_test.cc stemming_test.cc stop_words_test.cc
  timestamp_test.cc utf8_test.cc words_test.cc)
