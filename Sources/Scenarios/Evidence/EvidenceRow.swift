/// One line of `observations.csv` cut into cells, by column.
struct EvidenceRow {
  /// The columns, in the order in which a new file is written.
  enum Column: Int, CaseIterable {
    case id, observed, published, indicator, claim, value, unit, place, feed, reliability,
      credibility, title, link, origin, supersedes, note, recorded
  }

  struct Cell {
    var start: Int
    var end: Int
    var isQuoted: Bool
  }

  /// Of the last line that was split.
  private(set) var cells: [Cell] = []
  /// Where each column stands in a row, in the order of `EvidenceLog.order`; −1 for nowhere.
  var places: [Int] = []

  /// Finds the cells; false where a quote stays open.
  mutating func split(_ bytes: UnsafeRawBufferPointer) -> Bool {
    cells.removeAll(keepingCapacity: true)
    var at = 0
    while true {
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        let start = at + 1
        at = start
        while true {
          guard at < bytes.count else { return false }
          if bytes[at] == UInt8(ascii: "\"") {
            if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
              at += 2
              continue
            }
            break
          }
          at += 1
        }
        cells.append(Cell(start: start, end: at, isQuoted: true))
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: ",") { at += 1 }
      } else {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: ",") { at += 1 }
        cells.append(Cell(start: start, end: at, isQuoted: false))
      }
      guard at < bytes.count else { return true }
      at += 1
    }
  }

  func bytes(
    _ column: Column, _ line: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let index = places[column.rawValue]
    guard index >= 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: line[cells[index].start..<cells[index].end])
  }

  func text(_ column: Column, _ line: UnsafeRawBufferPointer) -> String {
    let text = String(decoding: bytes(column, line), as: UTF8.self)
    let index = places[column.rawValue]
    let isQuoted = index >= 0 && cells[index].isQuoted
    return isQuoted ? text.replacing("\"\"", with: "\"") : text
  }

  /// The character at which a column's cell begins.
  func place(_ column: Column, _ line: UnsafeRawBufferPointer) -> Int {
    let index = places[column.rawValue]
    guard index >= 0 else { return 1 }
    let start = cells[index].start - (cells[index].isQuoted ? 1 : 0)
    return line[..<start].count { $0 & 0xc0 != 0x80 } + 1
  }
}
