internal import Datasets
internal import Findings
internal import GRDB
internal import Quantities

/// Figures read back group by group.
extension StoredTables {
  /// Tables of words by their row.
  private struct Names {
    let words, statistics: [Int: String]
    let quantities: [Int: (rung: String, name: String)]
    let absences: [Int: [String: Int]]
    /// Rows of inputs by input set, as text.
    let runs: [Int: String]
    /// Addresses of the inputs, in order of their rows.
    let addresses: [Address]
    /// By input set, read when one is first asked for.
    var inputs: [Int: [Address]] = [:]
  }

  /// - Parameters:
  ///   - subjects: words of what they are about; nil for all.
  ///   - addresses: of the rows of `inputs`, in order.
  func figures(
    of subjects: Set<String>?, _ vocabulary: FigureVocabulary, _ addresses: [Address]
  ) throws -> [Figure] {
    var names = try names(addresses)
    let numbers = try database.makeStatement(
      sql:
        "SELECT fid, value, error_low, error_high, error, n, absent FROM figure_values WHERE fid BETWEEN ? AND ? ORDER BY fid"
    )
    var figures: [Figure] = []
    var digests: [Int: Digest] = [:]
    for group in try groups(subjects, names) {
      let stored = try storedNumbers(of: group, numbers)
      stored.addGroup(group, to: &digests[group.place, default: Digest()])
      let inputs = try inputs(of: group.inputSet, &names)
      for (id, number) in zip(try ids(of: group, stored, vocabulary, names), stored) {
        figures.append(
          Figure(
            id, number.estimate, draws: number.draws,
            absent: number.absent.flatMap { names.absences[$0] } ?? [:], inputs: inputs))
      }
    }
    for (place, digest) in digests {
      let name = FigureTables.digestName(names.words[place] ?? "")
      guard
        try database.rows("SELECT digest FROM digests WHERE name = ?", [.text(name)])
          == [[.integer(digest.value)]]
      else { throw damaged("figure_values") }
    }
    guard Set(figures.map(\.id)).count == figures.count else { throw damaged("series") }
    return figures
  }

  private func groups(_ subjects: Set<String>?, _ names: Names) throws -> [StoredGroup] {
    var filter = ""
    if let subjects {
      let places = names.words.filter { subjects.contains($0.value) }.keys.sorted()
      filter = "WHERE place IN (\(places.map(String.init).joined(separator: ", ")))"
    }
    return try database.rows(
      "SELECT fid, quantity, place, class, before, posture, n, input_set FROM series \(filter) ORDER BY fid"
    ).map { row in
      guard let number = row[0].integer, let quantity = row[1].integer, let place = row[2].integer,
        let posture = row[5].integer, let draws = row[6].integer, let set = row[7].integer
      else { throw damaged("series") }
      return StoredGroup(
        number: number, quantity: quantity, place: place, threat: row[3].integer,
        before: row[4].integer, posture: posture, draws: draws, inputSet: set)
    }
  }

  private func storedNumbers(of group: StoredGroup, _ numbers: Statement) throws -> [StoredNumber] {
    let first = group.number * FigureTables.stride
    numbers.setUncheckedArguments([first, first + FigureTables.stride - 1])
    return try GRDB.Row.fetchAll(numbers).map { row in
      let cells = Array(row.databaseValues)
      guard let number = cells[0].integer else { throw damaged("figure_values") }
      let (value, half) = (cells[1].real, cells[4].real)
      func end(_ cell: DatabaseValue, _ step: Double) -> Double? {
        cell.real ?? value.flatMap { value in half.map { value + step * $0 } }
      }
      return StoredNumber(
        statistic: number % FigureTables.stride,
        estimate: Estimate(value: value, low: end(cells[2], -1), high: end(cells[3], 1)),
        draws: cells[5].integer ?? group.draws, absent: cells[6].integer)
    }
  }

  private func names(_ addresses: [Address]) throws -> Names {
    func texts(_ table: String) throws -> [Int: [String]] {
      try checked(table).rows.reduce(into: [:]) { all, row in
        guard let number = row[0].integer else { throw damaged(table) }
        all[number] = row.dropFirst().map { $0.text ?? "" }
      }
    }
    return Names(
      words: try texts("words").mapValues { $0[0] },
      statistics: try texts("statistics").mapValues { $0[0] },
      quantities: try texts("quantities").mapValues { ($0[0], $0[1]) },
      absences: try texts("absences").mapValues { text in
        guard let json = try? Json(parsing: text[0]),
          let reasons = try? Shape<Int>.integer.byKey.decode(json)
        else { throw damaged("absences") }
        return reasons
      }, runs: try texts("input_sets").mapValues { $0[0] }, addresses: addresses)
  }

  private func inputs(of set: Int, _ names: inout Names) throws -> [Address] {
    if let known = names.inputs[set] { return known }
    guard let text = names.runs[set], let runs = Runs(text, upTo: names.addresses.count) else {
      throw damaged("input_sets")
    }
    let own = runs.numbers.map { names.addresses[$0 - 1] }
    names.inputs[set] = own
    return own
  }

  /// Ids of a group's figures, by the row of their statistic.
  private func ids(
    of group: StoredGroup, _ stored: [StoredNumber], _ vocabulary: FigureVocabulary, _ names: Names
  ) throws -> [FigureID] {
    func word(_ row: Int?) -> String? { row.flatMap { names.words[$0] } }
    guard let quantity = names.quantities[group.quantity], let place = word(group.place),
      let posture = word(group.posture)
    else { throw damaged("series") }
    var first: FigureID?
    return try stored.map { number in
      guard let statistic = names.statistics[number.statistic] else { throw damaged("series") }
      // a group's ids differ in their statistics alone
      if let first, let known = first.told.first(where: { $0.name == statistic }) {
        return first.with(known)
      }
      let id = vocabulary.id(
        rung: quantity.rung, subject: place, quantity: quantity.name, threat: word(group.threat),
        before: word(group.before), posture: posture, statistic: statistic)
      guard let id, id.quantity.mayBePublished else { throw damaged("series") }
      first = id
      return id
    }
  }
}
