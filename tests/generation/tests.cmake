add_unit_test(generation
  sample_generation.cc
  data_directory_test.cc
  durable_file_test.cc
  file_lock_test.cc
  generation_test.cc
  ledger_test.cc
  manifest_test.cc)
