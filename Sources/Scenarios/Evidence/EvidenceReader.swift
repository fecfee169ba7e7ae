public import Quantities

/// Reads `observations.csv` piece by piece: a line is a row, whatever stands before and after it.
///
/// Bad rows are left out and told; only the first hundred are told in words.
public struct EvidenceReader {
  public private(set) var log = EvidenceLog()
  public private(set) var diagnostics: [Diagnostic] = []
  /// Errors beyond those that are told.
  private var silent = 0
  private var carry: [UInt8] = []
  private var offset = 0
  /// Lines that were read.
  public private(set) var line = 0
  private var isSkipping = false
  private var interned = EvidenceLog.Names.allCases.map { _ in [UInt64: UInt16]() }
  private var row = EvidenceRow()

  private static let mostTold = 100
  private static let longestLine = 20_000

  /// - Parameter text: bytes of the file again, for words that are shown.
  public init(text: @escaping @Sendable (Range<Int>) -> [UInt8]) { log.text = text }

  /// Reads a file that is in memory.
  public init(_ bytes: [UInt8]) {
    self.init { Array(bytes[$0]) }
    bytes.withUnsafeBytes { consume($0) }
    finish()
  }

  /// The next bytes of the file.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at < bytes.count {
      guard let end = EvidenceReader.lineEnd(bytes, from: at) else {
        keep(UnsafeRawBufferPointer(rebasing: bytes[at...]))
        return
      }
      let piece = UnsafeRawBufferPointer(rebasing: bytes[at..<end])
      if carry.isEmpty && !isSkipping {
        read(piece, hasEnd: true)
      } else {
        keep(piece)
        let whole = carry
        carry = []
        whole.withUnsafeBytes { read($0, hasEnd: true) }
      }
      offset += 1
      at = end + 1
    }
  }

  /// What is left without an end: a row that was written to its last cell counts, any other is torn.
  public mutating func finish() {
    defer {
      if silent > 0 {
        diagnostics.append(
          Diagnostic(
            Span(file: EvidenceLog.fileName, line: line, column: 1),
            "\(silent) further errors in this file"))
      }
      diagnostics = diagnostics.sorted()
    }
    guard !carry.isEmpty || isSkipping else { return }
    let (start, whole) = (offset, carry)
    let before = (diagnostics.count, silent, log.count)
    let isHeader = log.header.isEmpty
    carry = []
    whole.withUnsafeBytes { read($0, hasEnd: false) }
    guard log.count == before.2, !isHeader || row.places.isEmpty else { return }
    if isHeader { log.header = [] }
    diagnostics.removeLast(diagnostics.count - before.0)
    silent = before.1
    log.torn = start
    diagnostics.append(
      Diagnostic(
        Span(file: EvidenceLog.fileName, line: line, column: 1),
        "the last line is torn: \(whole.count) bytes without an end; it is left out",
        help: "the next 'vedette evidence add' cuts it and prints what it cut",
        severity: .warning))
  }

  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var at = start
    // eight bytes at a time: a byte is a line feed where the exclusive or with one has a zero byte
    while at + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ 0x0a0a_0a0a_0a0a_0a0a
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < bytes.count {
      if bytes[at] == 10 { return at }
      at += 1
    }
    return nil
  }

  /// Keeps the beginning of a line, as far as a line may go.
  private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
    if carry.count + bytes.count > EvidenceReader.longestLine { isSkipping = true }
    if isSkipping {
      offset += carry.count + bytes.count
      carry = []
    } else {
      carry.append(contentsOf: bytes)
    }
  }

  private mutating func report(_ column: Int, _ message: String, help: String? = nil) {
    if diagnostics.count < EvidenceReader.mostTold {
      let span = Span(file: EvidenceLog.fileName, line: line, column: column)
      diagnostics.append(Diagnostic(span, message, help: help))
    } else {
      silent += 1
    }
  }

  // MARK: lines

  private mutating func read(_ bytes: UnsafeRawBufferPointer, hasEnd: Bool) {
    line += 1
    defer { if !isSkipping || hasEnd { offset += bytes.count } }
    if isSkipping || bytes.count > EvidenceReader.longestLine {
      isSkipping = false
      report(1, "a line longer than \(EvidenceReader.longestLine) bytes")
      return
    }
    var bytes = bytes
    if bytes.last == 13 { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
    guard !bytes.isEmpty else { return }
    if let refusal = EvidenceReader.refusal(bytes) {
      report(1, refusal)
      return
    }
    guard row.split(bytes) else {
      report(1, "a quoted cell that is not closed on its line")
      return
    }
    if log.header.isEmpty {
      readHeader(bytes)
    } else if !row.places.isEmpty {
      readRow(bytes)
    }
  }

  /// Why a line is not plain text.
  private static func refusal(_ bytes: UnsafeRawBufferPointer) -> String? {
    var isPlain = true
    for byte in bytes where byte < 32 || byte > 126 {
      if byte < 32 && byte != 9 || byte == 127 {
        return "control character \(byte); plain text is expected"
      }
      isPlain = false
    }
    guard !isPlain, String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return "bytes that are not UTF-8; UTF-8 is expected"
  }

  // MARK: header

  private mutating func readHeader(_ line: UnsafeRawBufferPointer) {
    var bytes = line
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      bytes = UnsafeRawBufferPointer(rebasing: bytes[3...])
      _ = row.split(bytes)
    }
    let names = row.cells.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    log.header = names
    let known = EvidenceLog.required + EvidenceLog.optional
    var (found, isWrong): ([String: Int], Bool) = ([:], false)
    for (index, name) in names.enumerated() {
      if !known.contains(name) {
        isWrong = true
        let nearest = NearestName.to(name, among: known)
        report(
          1, Limits.refusal(name) ?? "'\(name.prefix(60))' is not a known column",
          help: nearest.map { "did you mean '\($0)'?" })
      } else if found[name] != nil {
        isWrong = true
        report(1, "column '\(name)' stands twice")
      }
      found[name] = index
    }
    for name in EvidenceLog.required where found[name] == nil {
      isWrong = true
      report(1, "column '\(name)' is missing")
    }
    if !isWrong, names.last != "recorded" {
      isWrong = true
      report(1, "'recorded' must be the last column: it shows that a row is whole")
    }
    if !isWrong { row.places = EvidenceLog.order.map { found[$0] ?? -1 } }
  }

  // MARK: rows

  private mutating func readRow(_ line: UnsafeRawBufferPointer) {
    guard row.cells.count == log.header.count else {
      report(1, "a row of \(row.cells.count) cells; the header has \(log.header.count)")
      return
    }
    let (known, told) = (diagnostics.count, silent)
    let id = identifier(line)
    let observed = days(.observed, line)
    let published = days(.published, line)
    let recorded = EvidenceText.days(row.bytes(.recorded, line))
    if recorded == nil || row.bytes(.recorded, line).count != 10 {
      found(.recorded, line, "a day (2026-01-28)")
    } else if let recorded, let published, published.last > recorded.last {
      report(
        row.place(.published, line),
        "published on \(Day(number: Int(published.last))), after it was recorded on "
          + "\(Day(number: Int(recorded.last)))")
    }
    if let observed, let published, published.last < observed.first {
      report(
        row.place(.published, line),
        "published on \(Day(number: Int(published.last))), before it was observed on "
          + "\(Day(number: Int(observed.first)))")
    }
    let indicator = name(.indicator, line)
    let feed = name(.feed, line)
    let grade = grade(line)
    let number = number(line)
    let supersedes = supersedes(line)
    guard diagnostics.count == known && silent == told, let observed, let published else { return }
    let unit = row.bytes(.unit, line)
    let subject =
      number.isNaN
      ? 0
      : Fnv.hash(
        row.bytes(.place, line),
        seed: (UInt64(indicator) << 48) ^ number.bitPattern
          // days before 1970 are negative
          ^ (UInt64(bitPattern: Int64(observed.first)) << 17) | 1)
    log.append(
      EvidenceLog.Line(
        observed: observed, published: published, indicator: indicator, feed: feed,
        unit: unit.isEmpty ? 0 : name(.unit, line), grade: grade,
        number: number, id: id, link: PageAddress.hash(row.bytes(.link, line)),
        origin: hash(.origin, line),
        subject: subject, supersedes: supersedes,
        span: (offset, Int32(line.count), Int32(self.line))))
  }

  /// 0 for an empty cell.
  private func hash(_ column: EvidenceRow.Column, _ line: UnsafeRawBufferPointer) -> UInt64 {
    let bytes = row.bytes(column, line)
    return bytes.isEmpty ? 0 : Fnv.hash(bytes)
  }

  private mutating func found(
    _ column: EvidenceRow.Column, _ line: UnsafeRawBufferPointer, _ expected: String
  ) {
    report(
      row.place(column, line),
      "\(column): found '\(row.text(column, line).prefix(60))', expected \(expected)")
  }

  private mutating func identifier(_ line: UnsafeRawBufferPointer) -> UInt64 {
    let bytes = row.bytes(.id, line)
    let hash = Fnv.hash(bytes)
    guard Address.isIdentifier(bytes) else {
      found(.id, line, "lower-case letters, digits, '-' and '_', at most 64")
      return hash
    }
    if log.row(hash: hash) != nil {
      report(row.place(.id, line), "id '\(row.text(.id, line))' stands twice")
    }
    return hash
  }

  private mutating func days(
    _ column: EvidenceRow.Column, _ line: UnsafeRawBufferPointer
  ) -> (first: Int32, last: Int32)? {
    if let days = EvidenceText.days(row.bytes(column, line)) { return days }
    found(column, line, "a day, a month or two days (2022-02-05..2022-02-28)")
    return nil
  }

  /// The number of a name, new ones added.
  private mutating func name(
    _ names: EvidenceLog.Names, _ line: UnsafeRawBufferPointer
  ) -> UInt16 {
    let column: EvidenceRow.Column =
      switch names {
      case .indicator: .indicator
      case .feed: .feed
      case .unit: .unit
      }
    let bytes = row.bytes(column, line)
    let hash = Fnv.hash(bytes)
    if let known = interned[names.rawValue][hash] { return known }
    let text = row.text(column, line)
    guard names == .unit || Address.isIdentifier(bytes) else {
      found(
        column, line,
        names == .indicator ? "a code of indicators.yaml" : "a feed of indicators.yaml")
      return 0
    }
    guard let number = log.intern(text, names) else {
      report(row.place(column, line), "\(column): more than 65 534 different words")
      return 0
    }
    interned[names.rawValue][hash] = number
    return number
  }

  private mutating func grade(_ line: UnsafeRawBufferPointer) -> UInt8 {
    let (letter, digit) = (row.bytes(.reliability, line), row.bytes(.credibility, line))
    let reliability = letter.count == 1 ? letter[0] &- UInt8(ascii: "A") : 255
    let credibility = digit.count == 1 ? digit[0] &- UInt8(ascii: "1") : 255
    if reliability > 5 { found(.reliability, line, "A to F") }
    if credibility > 5 { found(.credibility, line, "1 to 6") }
    return reliability > 5 || credibility > 5 ? 0 : reliability * 8 + credibility
  }

  private mutating func number(_ line: UnsafeRawBufferPointer) -> Double {
    let bytes = row.bytes(.value, line)
    guard !bytes.isEmpty else { return .nan }
    if let number = EvidenceText.number(bytes) { return number }
    found(.value, line, "a plain number, its unit in the column beside")
    return .nan
  }

  private mutating func supersedes(_ line: UnsafeRawBufferPointer) -> Int? {
    let bytes = row.bytes(.supersedes, line)
    guard !bytes.isEmpty else { return nil }
    guard let earlier = log.row(hash: Fnv.hash(bytes)) else {
      found(.supersedes, line, "the id of an earlier row")
      return nil
    }
    if log.successors[earlier] != nil {
      report(
        row.place(.supersedes, line),
        "'\(row.text(.supersedes, line))' is superseded already; correct the correction")
      return nil
    }
    return earlier
  }
}
