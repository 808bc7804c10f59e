// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "text/tei/reader.hpp"

namespace crossroads {

void TeiReader::write_notes() {
  for (std::size_t done = 0; done < notes_.size();) {
    const std::size_t end = notes_.size();  // a note may hold notes
    std::stable_sort(notes_.begin() + static_cast<std::ptrdiff_t>(done), notes_.end(),
                     [](const Note& a, const Note& b) { return a.order() < b.order(); });
    for (; done < end; ++done) write_note(done);
  }
}

void TeiReader::look_for_notes(const XmlElement& element) {
  for (const XmlElement& child : element.children) {
    const std::string_view name = tei_name(child);
    if (name == "note") {
      if (const auto id = attribute_of(child, "xml:id"); !id.empty()) note_ids_.emplace(id, &child);
    }
    if (name == "ref" || name == "ptr") {
      const auto target = attribute_of(child, "target");
      if (target.starts_with('#')) called_ids_.emplace(target.substr(1));
    }
    look_for_notes(child);
  }
}

void TeiReader::note(const XmlElement& element, const Place& place) {
  const std::string id(attribute_of(element, "xml:id"));
  const std::string given(attribute_of(element, "n"));
  if (!id.empty() && called_ids_.contains(id)) {
    const auto known = call_of_.find(id);
    if (known == call_of_.end()) {
      waiting_.emplace(id, notes_.size());
      notes_.push_back({&element, std::nullopt, given});
    } else {
      notes_.push_back({&element, known->second, mark_of_call_[id]});
    }
    return;
  }
  const std::string mark = given.empty() ? std::to_string(++unnumbered_) : given;
  const bool called = writer_.is_open() && attribute_of(element, "place") != "margin";
  if (!called && !place.in_paragraph && given.empty() && attribute_of(element, "place").empty()) {
    --unnumbered_;
    passage(element, Role::note, place);  // an editor's remark, where it stands
    return;
  }
  notes_.push_back({&element, called ? std::optional(writer_.call(mark)) : std::nullopt, mark});
}

void TeiReader::reference_to(const XmlElement& element, const Place& place) {
  const std::string_view target = attribute_of(element, "target");
  const auto note = target.starts_with('#') ? note_ids_.find(target.substr(1)) : note_ids_.end();
  if (note == note_ids_.end()) return content(element, place);
  std::string mark = words_in(element);
  mark.erase(0, mark.find_first_not_of("[("));
  while (!mark.empty() && (mark.back() == ']' || mark.back() == ')')) mark.pop_back();
  if (mark.empty()) mark = attribute_of(*note->second, "n");
  if (mark.empty()) mark = std::to_string(++unnumbered_);
  if (!writer_.is_open()) begin(place.paragraph, place);
  const std::size_t call = writer_.call(mark);
  const auto [first, is_new] = call_of_.emplace(note->first, call);
  if (!is_new) return writer_.same_text(call, first->second);
  mark_of_call_[note->first] = mark;
  if (const auto waiting = waiting_.find(note->first); waiting != waiting_.end()) {
    notes_[waiting->second].call = call;
    notes_[waiting->second].mark = mark;
  }
}

void TeiReader::write_note(std::size_t number) {
  const Note note = notes_[number];
  writer_.begin(Role::note);
  writer_.note_text(note.mark, note.call);
  Place within;
  within.paragraph = Role::note;
  within.in_paragraph = true;
  within.flat = true;
  content(*note.element, within);
  writer_.end();
}

}  // namespace crossroads
