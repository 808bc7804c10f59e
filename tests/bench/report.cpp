// SPDX-License-Identifier: Apache-2.0
#include "bench/report.hpp"

#include <array>
#include <cctype>
#include <string_view>
#include <vector>

namespace crossroads::bench {
namespace {

constexpr std::array<std::string_view, 24> syllables = {
    "mis", "sion", "man", "date", "pro", "tec",   "tion",  "troo", "pol",  "ice", "gov", "ern",
    "sec", "tor",  "re",  "form", "con", "flict", "peace", "buil", "ding", "ar",  "med", "group"};
constexpr std::size_t line_width = 72;
constexpr std::size_t lines_of_page = 42;
constexpr std::size_t words_of_sentence = 17;
constexpr std::size_t sentences_of_paragraph = 6;
constexpr std::size_t paragraphs_of_article = 8;

class ReportMaker {
 public:
  explicit ReportMaker(std::size_t bytes) : bytes_(bytes) {}

  MadeReport make() {
    report_.text.reserve(bytes_ + bytes_ / 8);
    begin_page();
    while (report_.text.size() < bytes_) add_article();
    end_page();
    return std::move(report_);
  }

 private:
  unsigned draw(unsigned below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<unsigned>(state_ >> 33U) % below;
  }

  std::string word() {
    std::string word;
    for (unsigned i = 2 + draw(3); i > 0; --i) word += syllables[draw(syllables.size())];
    return word;
  }

  static std::string capital(std::string word) {
    word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
  }

  void line(const std::string& text) {
    report_.text += text + "\n";
    ++lines_;
  }

  void begin_page() {
    ++page_;
    line("Report on peace operations");
    line("");
    lines_ = 2;
  }

  void end_page() {
    if (!notes_.empty()) {
      line("");
      line(std::string(60, ' '));
      for (const std::string& note : notes_) line(note);
      notes_.clear();
    }
    line("");
    line(std::to_string(page_));
    report_.text += '\f';
  }

  void turn_page() {
    if (lines_ + 2 * notes_.size() < lines_of_page) return;
    end_page();
    begin_page();
  }

  void add_article() {
    ++report_.articles;
    note_ = 0;
    turn_page();
    line("");
    line("The " + word() + " of the " + word());
    line("");
    line("Ada " + capital(word()) + "o");
    line("");
    for (std::size_t i = 0; i < paragraphs_of_article; ++i) add_paragraph();
  }

  void add_paragraph() {
    std::string current;
    for (std::size_t s = 0; s < sentences_of_paragraph; ++s) {
      for (std::size_t w = 0; w < words_of_sentence; ++w) {
        std::string next = w == 0 ? capital(word()) : word();
        if (w + 1 == words_of_sentence) next += s == 2 ? "." + call() : ".";
        place(current, next);
      }
      ++report_.sentences;
    }
    line(current);
    line("");
    turn_page();
  }

  std::string call() {
    ++note_;
    ++report_.notes;
    notes_.push_back(std::to_string(note_) + "  See " + capital(word()) + " (2014) ‘" +
                     capital(word()) + " and " + word() + "’, Journal 3 (2): 1–9.");
    return std::to_string(note_);
  }

  /// A word that does not fit is broken, every other time, where six letters and more are left.
  void place(std::string& current, const std::string& word) {
    if (current.size() + 1 + word.size() <= line_width) {
      if (!current.empty()) current += ' ';
      current += word;
      return;
    }
    const bool breaks = word.size() > 8 && word.back() >= 'a' && draw(2) == 0;
    const std::size_t head = breaks ? 4 : 0;
    if (breaks) {
      current += " " + word.substr(0, head) + "-";
      ++report_.broken_words;
    }
    line(current);
    current = word.substr(head);
    if (lines_ + 2 * notes_.size() >= lines_of_page) turn_page();
  }

  std::size_t bytes_;
  MadeReport report_;
  std::uint64_t state_ = 1;
  std::size_t lines_ = 0;
  std::size_t page_ = 0;
  std::size_t note_ = 0;
  std::vector<std::string> notes_;
};

}  // namespace

MadeReport make_report(std::size_t bytes) {
  return ReportMaker(bytes).make();
}

}  // namespace crossroads::bench
