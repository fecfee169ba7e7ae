internal import Quantities
internal import Timelines

/// Which exposures must be marked and which groups folded so that every answer of a study is there: what
/// several postures share stands once.
struct Plan: Sendable {
  /// Exposures that stand for one another: one rung and index of them.
  struct Marked: Sendable {
    let rung, exposure: Int
    /// Which of the folds reads it.
    let fold: Int
    /// Global columns of its inputs.
    let columns: [Int]
    /// For every extreme choice the first one under which its marks are the same.
    var choices: [Int] = []
  }

  /// A group of marked exposures, folded once.
  struct Group: Sendable {
    let fold: Int
    let members: [Int]
    let asks: Series.Asks
    /// Draws of a replicate that are folded; all of them where it is `.max`.
    let draws: Int
  }

  /// What is folded together: the groups of one subject.
  struct Place: Sendable {
    var groups: [Int] = []
    var changes: [Int] = []
    var worst: [Int] = []
  }

  /// Address and law of every global column.
  let inputs: [(address: Address, law: Law)]
  private(set) var folds: [Fold] = []
  private var rowsOf: [Rows] = []
  /// Where a column's address stands among all of them, sorted.
  private var rankOf: [Int] = []
  private var columnsOf: [[Int]] = []
  private(set) var marked: [Marked] = []
  private(set) var groups: [Group] = []
  /// Pairs of groups that are compared draw by draw.
  private(set) var changes: [(before: Int, after: Int)] = []
  /// Groups of which the worst case is counted.
  private(set) var worst: [Int] = []
  private(set) var places: [Place] = []
  /// By posture and series; by pair and series; by posture of the worst case and series; by series and
  /// subset.
  private(set) var groupOf: [[Int]] = []
  private(set) var changeOf: [[Int]] = []
  private(set) var worstOf: [[Int]] = []
  private(set) var subsetOf: [[Int]] = []
  /// Groups whose columns are kept until the block ends.
  private(set) var onTrial: Set<Int> = []

  /// The identity of an exposure of any rung.
  private struct Identity: Hashable, Sendable {
    let base: any Hashable & Sendable

    static func == (a: Identity, b: Identity) -> Bool {
      AnyHashable(a.base) == AnyHashable(b.base)
    }

    func hash(into hasher: inout Hasher) { AnyHashable(base).hash(into: &hasher) }
  }

  private struct MarkKey: Hashable {
    let identity: Identity
    let columns: [Int]
    let fold: Int
  }

  private struct GroupKey: Hashable {
    let place, fold: Int
    let members: [Int]
    let asks: Int
    let draws: Int
  }

  private struct ReadKey: Hashable { let exposure, fold: Int }

  private var markOf: [MarkKey: Int] = [:]
  /// By rung: the mark of an exposure under a fold.
  private var known: [[ReadKey: Int]] = []
  private var groupKeys: [GroupKey: Int] = [:]

  init(_ study: Study, _ source: DrawSource) {
    inputs = source.inputs
    known = Array(repeating: [:], count: study.rungs.count)
    groupOf = study.postures.map { _ in [] }
    changeOf = study.pairs.map { _ in [] }
    worstOf = study.worstCase?.postures.map { _ in [] } ?? []
    var subject: FigureSubject?
    for (index, series) in study.series.enumerated() {
      if series.subject != subject || places.isEmpty {
        subject = series.subject
        places.append(Place())
      }
      add(series, index, study, source)
    }
    for trial in study.trials {
      for posture in [trial.posture] + (trial.before.map { [$0] } ?? []) {
        onTrial.formUnion(trial.series.map { groupOf[posture][$0] })
      }
    }
    if study.worstCase != nil { addChoices(study, source) }
    for place in places.indices {
      let sizes = places[place].worst.map { ($0, groups[worst[$0]].members.count) }
      places[place].worst = sizes.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }
    let order = inputs.indices.sorted { inputs[$0].address < inputs[$1].address }
    rankOf = Array(repeating: 0, count: inputs.count)
    for (rank, column) in order.enumerated() { rankOf[column] = rank }
    columnsOf = groups.indices.map { columns(gathering: $0) }
    (markOf, known, groupKeys) = ([:], [], [:])
  }

  /// Where the numbers of a fold stand.
  func rows(_ fold: Int) -> Rows { rowsOf[fold] }

  private mutating func add(
    _ series: Series, _ index: Int, _ study: Study, _ source: DrawSource
  ) {
    let fold = fold(series.fold)
    for posture in study.postures.indices {
      let rung = study.postures[posture].rung
      groupOf[posture].append(
        group(fold, series.members[posture], rung, series.asks, .max, study, source))
    }
    for (pair, postures) in study.pairs.enumerated() {
      changeOf[pair].append(
        change(groupOf[postures.before][index], groupOf[postures.after][index]))
    }
    for (place, posture) in (study.worstCase?.postures ?? []).enumerated() {
      let group = groupOf[posture][index]
      guard series.fold.worstCase != nil, series.asks.contains(.deciders) else {
        worstOf[place].append(-1)
        continue
      }
      if let known = places[places.count - 1].worst.first(where: { worst[$0] == group }) {
        worstOf[place].append(known)
      } else {
        worstOf[place].append(worst.count)
        places[places.count - 1].worst.append(worst.count)
        worst.append(group)
      }
    }
    guard let split = study.split, !series.parts.isEmpty else {
      subsetOf.append([])
      return
    }
    subsetOf.append(
      split.rungs.enumerated().map { subset, rung in
        group(fold, split.members[index][subset], rung, [], split.draws, study, source)
      })
  }

  private mutating func fold(_ fold: Fold) -> Int {
    if let index = folds.firstIndex(where: { $0.tellsTheSame(as: fold) }) { return index }
    folds.append(fold)
    rowsOf.append(Rows(fold))
    return folds.count - 1
  }

  private mutating func group(
    _ fold: Int, _ members: [Int], _ rung: Int, _ asks: Series.Asks, _ draws: Int,
    _ study: Study, _ source: DrawSource
  ) -> Int {
    let marks = members.map { mark($0, rung, fold, study, source) }
    let key = GroupKey(
      place: places.count, fold: fold, members: marks, asks: asks.rawValue, draws: draws)
    if let index = groupKeys[key] { return index }
    groupKeys[key] = groups.count
    places[places.count - 1].groups.append(groups.count)
    groups.append(Group(fold: fold, members: marks, asks: asks, draws: draws))
    return groups.count - 1
  }

  private mutating func mark(
    _ exposure: Int, _ rung: Int, _ fold: Int, _ study: Study, _ source: DrawSource
  ) -> Int {
    let pair = ReadKey(exposure: exposure, fold: fold)
    if let index = known[rung][pair] { return index }
    let columns = study.rungs[rung].columns(of: exposure).map { source.maps[rung][$0] }
    let key = MarkKey(
      identity: Plan.identity(study.rungs[rung], exposure), columns: columns, fold: fold)
    let index = markOf[key] ?? marked.count
    if index == marked.count {
      markOf[key] = index
      marked.append(Marked(rung: rung, exposure: exposure, fold: fold, columns: columns))
    }
    known[rung][pair] = index
    return index
  }

  /// Global columns of the inputs of a group, ascending.
  func columns(of group: Int) -> [Int] { columnsOf[group] }

  /// Addresses of some columns, sorted, each once.
  func addresses(of columns: some Sequence<Int>) -> [Address] {
    var addresses: [Address] = []
    for column in columns.sorted(by: { rankOf[$0] < rankOf[$1] })
    where addresses.last != inputs[column].address { addresses.append(inputs[column].address) }
    return addresses
  }

  private func columns(gathering group: Int) -> [Int] {
    var all: Set<Int> = []
    for member in groups[group].members { all.formUnion(marked[member].columns) }
    return all.sorted()
  }

  private static func identity<R: Rung>(_ rung: R, _ exposure: Int) -> Identity {
    Identity(base: rung.identity(of: exposure))
  }

  private mutating func change(_ before: Int, _ after: Int) -> Int {
    let place = places.count - 1
    if let index = places[place].changes.first(where: { changes[$0] == (before, after) }) {
      return index
    }
    places[place].changes.append(changes.count)
    changes.append((before, after))
    return changes.count - 1
  }

  /// Choices that differ only in inputs an exposure does not depend on leave its marks the same.
  private mutating func addChoices(_ study: Study, _ source: DrawSource) {
    let count = study.rungs.map(\.choices).max() ?? 1
    let chosen = (0..<count).map { source.choices(study.rungs, index: $0) }
    for group in worst {
      for mark in groups[group].members where marked[mark].choices.isEmpty {
        let columns = marked[mark].columns
        var first: [[Double?]: Int] = [:]
        marked[mark].choices = chosen.enumerated().map { index, uniforms in
          let own = columns.map { uniforms[$0] }
          return first[own]
            ?? {
              first[own] = index
              return index
            }()
        }
      }
    }
  }
}
