// Parsers and a validator in C++, for bench/rivals.py: reads a plan, and prints the number of its activities.
//
// usage: parsers simdjson|rapidjson|valijson RUNS PLAN [SCHEMA]
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include <rapidjson/document.h>
#ifdef HAS_SIMDJSON
#  include <simdjson.h>
#endif
#ifdef HAS_VALIJSON
#  include <valijson/adapters/rapidjson_adapter.hpp>
#  include <valijson/schema.hpp>
#  include <valijson/schema_parser.hpp>
#  include <valijson/validator.hpp>
#endif

static std::string read_file(const char *path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

static rapidjson::Document parse(const std::string &text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  if (document.HasParseError())
    std::exit(2);
  return document;
}

static size_t run_rapidjson(const std::string &text) {
  return parse(text)["activities"].Size();
}

#ifdef HAS_SIMDJSON
static size_t run_simdjson(const std::string &text) {
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  if (parser.parse(text).get(document) != simdjson::SUCCESS)
    std::exit(2);
  return simdjson::dom::array(document["activities"]).size();
}
#endif

#ifdef HAS_VALIJSON
static size_t run_valijson(const std::string &text, const valijson::Schema &schema) {
  rapidjson::Document document = parse(text);
  valijson::Validator validator;
  valijson::adapters::RapidJsonAdapter target(document);
  if (!validator.validate(schema, target, nullptr))
    std::exit(1);
  return document["activities"].Size();
}
#endif

int main(int argc, char **argv) {
  if (argc < 4)
    return 64;
  const std::string what = argv[1], text = read_file(argv[3]);
  size_t count = 0;
#ifdef HAS_VALIJSON
  valijson::Schema schema;
  rapidjson::Document schema_document;
  if (what == "valijson" && argc > 4) {
    schema_document = parse(read_file(argv[4]));
    valijson::adapters::RapidJsonAdapter adapter(schema_document);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, schema);
  }
#endif
  for (int runs = std::atoi(argv[2]); runs > 0; runs--) {
    if (what == "rapidjson")
      count = run_rapidjson(text);
#ifdef HAS_SIMDJSON
    else if (what == "simdjson")
      count = run_simdjson(text);
#endif
#ifdef HAS_VALIJSON
    else if (what == "valijson")
      count = run_valijson(text, schema);
#endif
    else
      return 64;
  }
  std::printf("%zu\n", count);
}
