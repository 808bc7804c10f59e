// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/line.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace crossroads {
namespace {

constexpr double word_space = 0.12;    // of the font's size: what is nearer touches
constexpr double main_size = 0.87;     // of a line's size: what is smaller is raised or lowered
constexpr double stands_on_end = 1.3;  // height to width of a word of four or more characters
constexpr double size_of_box = 0.9;    // a guess, where fonts are not known
constexpr double column_gap = 0.55;    // of the size: as narrow as what parts columns may be
constexpr std::size_t longest_row = 2000;

const PdfWord& word_of(const PdfSource& source, const PdfLine& line, std::size_t place) {
  return source.pages[line.page].words[line.words[place]];
}

/// The size that most characters have.
float size_of(const PdfSource& source, const PdfPage& page,
              const std::vector<std::uint32_t>& words) {
  std::map<float, std::size_t> characters;
  for (const std::uint32_t word : words) {
    characters[page.words[word].size] += count_characters(source.text_of(page.words[word]));
  }
  return std::max_element(characters.begin(), characters.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

bool side_by_side(const PdfLine& a, const PdfLine& b) {
  const PdfLine& low = a.box.height() < b.box.height() ? a : b;
  const PdfLine& high = &low == &a ? b : a;
  const bool same_height = low.box.middle() >= high.box.top && low.box.middle() <= high.box.bottom;
  const double shared = std::min(a.box.right, b.box.right) - std::max(a.box.left, b.box.left);
  return same_height && shared < 0.5 * std::min(a.box.width(), b.box.width());
}

}  // namespace

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

PdfLine make_line(const PdfSource& source, std::uint32_t page, std::vector<std::uint32_t> words) {
  const PdfPage& of = source.pages[page];
  std::stable_sort(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) {
    return of.words[a].box.left < of.words[b].box.left;
  });
  PdfLine line;
  line.page = page;
  line.size = size_of(source, of, words);
  line.face = PdfFace::bold | PdfFace::italic | PdfFace::fixed;
  bool first = true;
  for (const std::uint32_t at : words) {
    const PdfWord& word = of.words[at];
    if (word.size < main_size * line.size) continue;
    if (first) line.box = word.box;
    line.box.add(word.box);
    line.face &= word.face;
    first = false;
  }
  for (const std::uint32_t at : words) {
    line.box.left = std::min(line.box.left, of.words[at].box.left);
    line.box.right = std::max(line.box.right, of.words[at].box.right);
  }
  line.left = line.box.left;
  line.right = line.box.right;
  line.words = std::move(words);
  return line;
}

std::string line_text(const PdfSource& source, const PdfLine& line, double wide) {
  std::string text;
  for (std::size_t at = 0; at < line.words.size(); ++at) {
    const PdfWord& word = word_of(source, line, at);
    if (at > 0) {
      const PdfWord& before = word_of(source, line, at - 1);
      const double gap = word.box.left - before.box.right;
      const bool apart = gap > word_space * std::max(word.size, before.size);
      if (apart) text += gap > wide * line.size ? "  " : " ";
    }
    text += source.text_of(word);
  }
  return text;
}

bool is_across(const PdfSource& source, const PdfLine& line) {
  std::size_t across = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < line.words.size(); ++at) {
    const PdfWord& word = word_of(source, line, at);
    const std::size_t characters = count_characters(source.text_of(word));
    if (characters < 4) continue;
    all += characters;
    if (word.box.height() > stands_on_end * word.box.width()) across += characters;
  }
  return 2 * across > all;
}

std::vector<PdfLine> line_pieces(const PdfSource& source, std::uint32_t page) {
  std::vector<PdfLine> pieces;
  const std::vector<PdfWord>& words = source.pages[page].words;
  for (std::uint32_t begin = 0; begin < words.size();) {
    std::vector<std::uint32_t> piece;
    std::uint32_t end = begin;
    do {
      piece.push_back(end++);
    } while (end < words.size() && words[end].line == words[begin].line &&
             words[end].box.left - words[end - 1].box.right < column_gap * words[end].size);
    pieces.push_back(make_line(source, page, std::move(piece)));
    begin = end;
  }
  return pieces;
}

std::vector<PdfLine> merge_rows(const PdfSource& source, std::vector<PdfLine> pieces) {
  std::stable_sort(pieces.begin(), pieces.end(), [](const PdfLine& a, const PdfLine& b) {
    return a.box.middle() < b.box.middle();
  });
  std::vector<PdfLine> rows;
  for (PdfLine& piece : pieces) {
    // A raised mark may come before the line that it belongs to, a lowered one behind the next.
    std::size_t into = rows.size();
    const std::size_t near = rows.size() - std::min<std::size_t>(rows.size(), 4);
    for (std::size_t row = rows.size(); row > near && into == rows.size(); --row) {
      if (side_by_side(rows[row - 1], piece) && rows[row - 1].words.size() < longest_row) {
        into = row - 1;
      }
    }
    if (into == rows.size()) {
      rows.push_back(std::move(piece));
    } else {
      std::vector<std::uint32_t> words = std::move(rows[into].words);
      words.insert(words.end(), piece.words.begin(), piece.words.end());
      rows[into] = make_line(source, piece.page, std::move(words));
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const PdfLine& a, const PdfLine& b) {
    return a.box.middle() < b.box.middle();
  });
  return rows;
}

void turn_upright(PdfSource& source) {
  for (std::uint32_t number = 0; number < source.pages.size(); ++number) {
    std::size_t across = 0;
    std::ptrdiff_t upwards = 0;
    const std::vector<PdfLine> pieces = line_pieces(source, number);
    for (const PdfLine& piece : pieces) {
      if (!is_across(source, piece)) continue;
      ++across;
      const std::vector<PdfWord>& words = source.pages[number].words;
      const auto [first, last] = std::minmax_element(piece.words.begin(), piece.words.end());
      if (*first != *last) upwards += words[*last].box.top < words[*first].box.top ? 1 : -1;
    }
    if (across == 0 || 5 * across < 3 * pieces.size()) continue;
    PdfPage& page = source.pages[number];
    for (PdfWord& word : page.words) {
      const PdfBox box = word.box;
      word.box = upwards > 0
                     ? PdfBox{page.height - box.bottom, box.left, page.height - box.top, box.right}
                     : PdfBox{box.top, page.width - box.right, box.bottom, page.width - box.left};
      if (!source.has_fonts) word.size = static_cast<float>(word.box.height() * size_of_box);
    }
    std::swap(page.width, page.height);
  }
}

}  // namespace crossroads
