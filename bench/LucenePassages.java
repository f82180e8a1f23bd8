// How long searches and building an index take in Lucene, over the passages and
// queries that search_bench writes (`search_bench CORPORA INDEXES --write`).
//
//   LucenePassages DIRECTORY    (bench/lucene.sh runs it)
//
// DIRECTORY has `passages.tsv`, `queries.tsv`; the index is built in `lucene`
// there unless it is there. English stems, positions, BM25 as they come; the
// first ten with what is stored. Prints what search_bench prints.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

public final class LucenePassages {
  private static final int WRITERS = 2;
  private static final int RUNS = 5; // as search_bench
  private static final int WARM_UPS = 200; // passes, for the compiler
  private static final int TOP = 10;

  // Words of the title are in the one field, as in the other engines.
  private static Document makeDocument(String line) {
    final int tab = line.indexOf('\t');
    final String title = line.substring(0, tab);
    final String body = line.substring(tab + 1);
    final Document document = new Document();
    document.add(new TextField("text", title + "\n" + body, Field.Store.NO));
    document.add(new StoredField("title", title));
    document.add(new StoredField("body", body));
    return document;
  }

  private static void write(IndexWriter writer, List<String> lines, AtomicInteger next) {
    try {
      for (int i = next.getAndIncrement(); i < lines.size(); i = next.getAndIncrement()) {
        writer.addDocument(makeDocument(lines.get(i)));
      }
    } catch (IOException error) {
      throw new IllegalStateException(error);
    }
  }

  private static void build(List<String> lines, Path directory, Analyzer analyzer)
      throws IOException, InterruptedException {
    final long start = System.nanoTime();
    try (FSDirectory files = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig(analyzer))) {
      final AtomicInteger next = new AtomicInteger();
      final List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < WRITERS; ++i) {
        threads.add(new Thread(() -> write(writer, lines, next)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) thread.join();
      writer.forceMerge(1);
      writer.commit();
    }
    System.out.printf(Locale.ROOT, "%-10s built in %.1f s%n", "lucene", seconds(start));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  private static Query makeQuery(QueryBuilder builder, String kind, String words) {
    if (kind.equals("phrase")) return builder.createPhraseQuery("text", words);
    final BooleanQuery.Builder query = new BooleanQuery.Builder();
    final BooleanClause.Occur occur =
        kind.equals("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
    for (String word : words.split(" ")) {
      final Query term = builder.createBooleanQuery("text", word);
      if (term != null) query.add(term, occur);
    }
    return query.build();
  }

  private static int search(IndexSearcher searcher, QueryBuilder builder, String[] asked)
      throws IOException {
    int found = 0;
    final Query query = makeQuery(builder, asked[0], asked[1]);
    for (ScoreDoc hit : searcher.search(query, TOP).scoreDocs) {
      if (searcher.doc(hit.doc).get("body") != null) ++found;
    }
    return found;
  }

  private static void measure(IndexSearcher searcher, QueryBuilder builder, List<String[]> queries)
      throws IOException {
    final Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int i = 0; i < WARM_UPS; ++i) {
      for (int j = i % 20; j < queries.size(); j += 20) search(searcher, builder, queries.get(j));
    }
    for (String[] asked : queries) {
      double best = Double.MAX_VALUE;
      for (int run = 0; run < RUNS; ++run) {
        final long start = System.nanoTime();
        search(searcher, builder, asked);
        best = Math.min(best, seconds(start) * 1000);
      }
      times.computeIfAbsent(asked[0], kind -> new ArrayList<>()).add(best);
    }
    System.out.printf("%-10s", "lucene");
    times.forEach(
        (kind, all) -> {
          final double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "  %s %.3f / %.3f",
              kind,
              sorted[sorted.length / 2],
              sorted[sorted.length * 95 / 100]);
        });
    System.out.println();
  }

  private static double megabytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum() * 1e-6;
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    final Path directory = Path.of(arguments[0]);
    final Path index = directory.resolve("lucene");
    try (Analyzer analyzer = new EnglishAnalyzer()) {
      if (!Files.exists(index)) {
        build(Files.readAllLines(directory.resolve("passages.tsv")), index, analyzer);
      }
      System.out.printf(Locale.ROOT, "%-10s %.1f MB%n", "lucene", megabytes(index));
      final List<String[]> queries = new ArrayList<>();
      for (String line : Files.readAllLines(directory.resolve("queries.tsv"))) {
        queries.add(Arrays.copyOf(line.split("\t"), 2));
      }
      try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(index))) {
        final IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        measure(searcher, new QueryBuilder(analyzer), queries);
      }
    }
  }
}
