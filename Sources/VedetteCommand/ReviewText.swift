import Quantities
import Vedette

/// What `vedette check` prints: what this scenario uses first, and the verdict last.
extension Review {
  /// Items of a list that are printed without `--all`.
  private static let most = 12

  func text(_ doubts: [String], all: Bool) -> String {
    var text = warnings.map { "\($0)\n" }.joined() + doubts.map { "warning: \($0)\n" }.joined()
    text += "Claims that contradict each other: \(contradictions.used.count)\n"
    text += Review.few(contradictions.used, all) { "\n  \($0)\n" } + "\n"
    text += elsewhere(contradictions.elsewhere, all) { "\n  \($0)\n" }
    if !practice.isEmpty {
      text += "What was done beside what is stated: \(practice.count)\n"
      text += Review.few(practice, all) { "  \($0)\n" }
    }
    text += hands.map { "\($0)\n" }.joined() + silent.map { "warning: \($0)\n" }.joined()
    if !turned.isEmpty {
      text +=
        "Radars with a sector and no facing, taken as turned to every threat: "
        + "\(Review.list(turned, all))\n"
    }
    if !hills.isEmpty {
      text +=
        "Radars of which nobody says how high their ground is, taken to stand \(assumedHill) above the ground around "
        + "unless fine terrain says it (terrain.hill; `ground` in sites.csv): \(Review.list(hills, all))\n"
    }
    text += "Inputs that rest on no source: \(unsourced.used.count)\n"
    text += Review.few(unsourced.used, all) { "  \($0)\n" }
    text += elsewhere(unsourced.elsewhere, all) { "  \($0)\n" }
    text +=
      "\(claims) claims that this scenario may use, \(uncited) cite nobody, \(makers) are a maker's own, "
      + "\(lone) are lone figures with a spread we assume\n"
    return text + verdict(doubts) + "\n"
  }

  /// `ok`, or how many warnings; errors end the command before.
  func verdict(_ doubts: [String]) -> String {
    let count = warnings.count + doubts.count + silent.count
    return count == 0 ? "ok: the scenario reads" : count == 1 ? "1 warning" : "\(count) warnings"
  }

  /// What concerns systems that no posture has: how many, or each of them.
  private func elsewhere(
    _ items: [String], _ all: Bool, _ line: (String) -> String
  ) -> String {
    guard !items.isEmpty else { return "" }
    let head = "Of systems that no posture has: \(items.count)"
    return all ? head + "\n" + items.map(line).joined() : head + " more (--all)\n"
  }

  /// The first of them, and how many are left.
  private static func few(_ items: [String], _ all: Bool, _ line: (String) -> String) -> String {
    let shown = all ? items.count : min(items.count, most)
    return items.prefix(shown).map(line).joined()
      + (shown < items.count ? line("and \(items.count - shown) more (--all)") : "")
  }

  private static func list(_ items: [String], _ all: Bool) -> String {
    let shown = all ? items.count : min(items.count, most)
    return items.prefix(shown).joined(separator: ", ")
      + (shown < items.count ? " and \(items.count - shown) more (--all)" : "")
  }

  func json(_ doubts: [String]) -> Json {
    func list(_ items: [String]) -> Json { .array(items.map { .string($0) }) }
    return .object([
      ("warnings", list(warnings.map(\.description) + doubts)),
      ("verdict", .string(verdict(doubts))), ("contradictions", list(contradictions.all)),
      ("practice", list(practice)), ("hands", list(hands)), ("silent", list(silent)),
      ("turned", list(turned)), ("hills", list(hills)), ("unsourced", list(unsourced.all)),
      ("claims", .integer(claims)),
      ("uncited", .integer(uncited)),
      ("makers", .integer(makers)), ("lone", .integer(lone)),
    ])
  }
}
