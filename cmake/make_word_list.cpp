// SPDX-License-Identifier: Apache-2.0
//
// Makes the source of the word list that the library holds, at build time:
//
//   make_word_list OUTPUT LIST...
//
// A LIST has a word a line, as /usr/share/dict has. Of each its small letters are kept; genitives
// are left out, and words of three letters or fewer that have a capital (acronyms, symbols). The
// words stand sorted in blocks that text/words/word_list.cpp searches. Same lists, same bytes.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t words_of_a_block = 16;
constexpr std::size_t longest = 15;  // of what a word has in common with the one before, and not

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

void add_words(const char* file, std::set<std::string>& words) {
  std::ifstream in(file);
  if (!in) throw std::string("cannot read ") + file;
  for (std::string word; std::getline(in, word);) {
    const bool capital = std::any_of(word.begin(), word.end(), is_capital);
    if (word.empty() || word.size() > 100 || word.ends_with("'s")) continue;
    if (capital && word.size() <= 3) continue;
    for (char& c : word) {
      if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
    }
    words.insert(word);
  }
}

struct Blocks {
  std::string bytes;
  std::vector<std::size_t> begins;
};

/// The first word of a block: its size, its bytes. Each other: a byte with the count of bytes that
/// it shares with the one before (high half) and of those that follow (low half), then these.
Blocks blocks_of(const std::set<std::string>& words) {
  Blocks blocks;
  std::string_view before;
  std::size_t count = words_of_a_block;
  for (const std::string& word : words) {
    const auto parted = std::mismatch(word.begin(), word.end(), before.begin(), before.end()).first;
    const std::size_t shared = std::min(static_cast<std::size_t>(parted - word.begin()), longest);
    const std::size_t rest = word.size() - shared;
    if (count == words_of_a_block || rest > longest) {
      count = 0;
      blocks.begins.push_back(blocks.bytes.size());
      blocks.bytes += static_cast<char>(word.size());
      blocks.bytes += word;
    } else {
      blocks.bytes += static_cast<char>(shared << 4U | rest);
      blocks.bytes += word.substr(shared);
    }
    ++count;
    before = word;
  }
  blocks.begins.push_back(blocks.bytes.size());
  return blocks;
}

void write(const Blocks& blocks, const char* file) {
  std::ofstream out(file);
  out << "// Made by cmake/make_word_list.cpp.\n#include \"text/words/word_list_data.hpp\"\n\n"
         "namespace crossroads {\n\nconst std::size_t word_list_blocks = "
      << blocks.begins.size() - 1 << ";\nconst std::uint32_t word_list_begins[] = {";
  for (std::size_t i = 0; i < blocks.begins.size(); ++i) {
    out << (i % 16 == 0 ? "\n" : "") << blocks.begins[i] << ',';
  }
  out << "};\nconst char word_list_bytes[] =";
  for (std::size_t at = 0; at < blocks.bytes.size(); ++at) {
    if (at % 32 == 0) out << (at == 0 ? "\n\"" : "\"\n\"");
    char octal[5];
    std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(blocks.bytes[at]));
    out << octal;
  }
  out << "\";\n\n}  // namespace crossroads\n";
  if (!out.flush()) throw std::string("cannot write ") + file;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count < 3) throw std::string("usage: make_word_list OUTPUT LIST...");
    std::set<std::string> words;
    for (int i = 2; i < count; ++i) add_words(arguments[i], words);
    write(blocks_of(words), arguments[1]);
  } catch (const std::string& problem) {
    std::fprintf(stderr, "make_word_list: %s\n", problem.c_str());
    return 1;
  }
}
