internal import Findings
internal import Quantities

/// Prints figures: each id stands once in a page, and every group of figures has a note that leads to
/// its sources.
struct FigurePrinter {
  /// The notes of a page, in the order in which they are first used.
  struct Note: Hashable {
    /// Numbers of sources, ascending.
    let sources: [Int]
    /// Inputs that cite nobody, and inputs in all.
    let bare: Int
    let inputs: Int
  }

  /// Numbers of sources by id, in the order of the page's list.
  let numbers: [String: Int]
  private var printed: Set<FigureID> = []
  private(set) var notes: [Note] = []
  private var noteNumbers: [Note: Int] = [:]
  private var known: [[Address]: Int] = [:]
  /// Numbers of the sources that speak of an address; empty where nobody does.
  private let sources: [Address: [Int]]

  init(_ results: Results) {
    let numbers = Dictionary(
      uniqueKeysWithValues: results.foundations.sources.enumerated().map { ($1.id, $0 + 1) })
    self.numbers = numbers
    sources = Dictionary(grouping: results.foundations.claims, by: \.address).mapValues { claims in
      Set(claims.compactMap { $0.source.flatMap { numbers[$0] } }).sorted()
    }
  }

  /// A number in a sentence: it carries its figure's id, and its computing error as a tip.
  mutating func span(_ figure: Figure?, _ text: String) -> String {
    guard let figure else { return Html.escape(text) }
    return "<span\(attributes(figure))>\(Html.escape(text))</span>"
  }

  /// A number in a table.
  mutating func cell(_ figure: Figure?, _ text: String) -> String {
    "<td\(figure.map { attributes($0) } ?? "")>\(Html.escape(text))</td>"
  }

  private mutating func attributes(_ figure: Figure) -> String {
    let id = Html.escape(figure.id.description)
    guard printed.insert(figure.id).inserted else { return " data-figure=\"\(id)\"" }
    let tip =
      figure.estimate.halfWidth.map {
        " title=\"± \(FigurePrinter.error($0, figure.id.unit))\""
      } ?? ""
    return " id=\"\(id)\"\(tip)"
  }

  /// One significant digit, with its unit; a share in percent.
  private static func error(_ half: Double, _ unit: FigureUnit) -> String {
    let value = unit == .share ? half * 100 : half
    let step = Words.decade(value)
    let text = step > 0 ? Json.short((value / step).rounded() * step) : "0"
    switch unit {
    case .share: return "\(text) %"
    case .number: return text
    case .seconds, .hours, .days, .kilometres, .squareKilometres: return "\(text) \(unit.word)"
    }
  }

  /// The mark of the note that a figure's sources stand in; nothing for a figure without inputs.
  mutating func note(_ figure: Figure?) -> String { mark(figure?.inputs ?? []) }

  /// One mark for what several figures rest on together.
  mutating func note(_ figures: [Figure?]) -> String {
    mark(Set(figures.flatMap { $0?.inputs ?? [] }).sorted())
  }

  private mutating func mark(_ inputs: [Address]) -> String {
    guard !inputs.isEmpty else { return "" }
    let number = known[inputs] ?? self.number(inputs)
    known[inputs] = number
    return "<sup><a href=\"#n\(number)\">\(number)</a></sup>"
  }

  private mutating func number(_ inputs: [Address]) -> Int {
    var all: Set<Int> = []
    var (bare, counted) = (0, 0)
    for address in inputs {
      guard let own = sources[address] else { continue }
      counted += 1
      if own.isEmpty { bare += 1 }
      all.formUnion(own)
    }
    let note = Note(sources: all.sorted(), bare: bare, inputs: counted)
    if let number = noteNumbers[note] { return number }
    notes.append(note)
    noteNumbers[note] = notes.count
    return notes.count
  }
}
