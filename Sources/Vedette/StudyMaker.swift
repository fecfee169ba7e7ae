internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines
internal import Warnings

/// What has to be counted of one rung for what is asked.
struct StudyMaker {
  let slice: any RungSlice
  let theatre: Theatre
  let ask: Ask
  let postures: [Theatre.Posture]
  let rungs: [any Rung]
  let seed: UInt64

  private static let counted: Set<FigureQuantity.Product> = [.series, .worstCase, .parts, .trial]

  /// Nil where nothing of the rung is counted for what is asked.
  func study() -> Study? {
    guard !postures.isEmpty, StudyMaker.counted.contains(where: ask.wants) else { return nil }
    let parts = split()
    let all = rungs + (parts?.rungs ?? [])
    let series = slice.series(all, ask)
    guard !series.isEmpty else { return nil }
    let own = postures.indices
    let trimmed = series.map { series in
      Series(
        series.subject, threat: series.threat, fold: series.fold,
        members: Array(series.members[own]), asks: series.asks,
        parts: parts == nil ? [] : series.parts)
    }
    return Study(
      rungs: all, postures: own.map { Study.Posture(id: postures[$0].id, rung: $0) },
      series: trimmed, pairs: ask.wants(.series) ? pairs : [], trials: trials(trimmed),
      worstCase: worstCase, split: parts.map { study($0, series, all) }, seed: seed)
  }

  /// Whether a posture is answered for as the scenario has it: a change that somebody edited has no parts.
  private func isUnedited(_ posture: String) -> Bool {
    index(posture).map { postures[$0] == theatre.posture(posture) } ?? false
  }

  func index(_ posture: String) -> Int? { postures.firstIndex { $0.id == posture } }

  /// Pairs of postures that are asked for, or as the questions ask; each once.
  private var pairs: [(before: Int, after: Int)] {
    var pairs: [(before: Int, after: Int)] = []
    let asked =
      ask.pairs ?? theatre.questions.map { ($0.before.value, $0.after.value) }
    for (first, last) in asked {
      guard let before = index(first), let after = index(last),
        !pairs.contains(where: { $0 == (before, after) })
      else { continue }
      pairs.append((before, after))
    }
    return pairs
  }

  /// Both sides of the headline question.
  private var worstCase: Study.WorstCase? {
    guard ask.wants(.worstCase) else { return nil }
    let asked = theatre.compared.compactMap(index)
    let own = postures.indices.filter(asked.contains)
    return own.isEmpty ? nil : Study.WorstCase(postures: own, draws: Analysis.worstDraws)
  }

  // MARK: parts of the headline's change

  private struct Parts {
    let split: SplitPostures
    let before, after: String
    let rungs: [any Rung]
  }

  private func split() -> Parts? {
    let (before, after) = (theatre.headline.before.value, theatre.headline.after.value)
    guard ask.wants(.parts), before != after, isUnedited(before), isUnedited(after),
      let split = slice.split(before, after)
    else { return nil }
    return Parts(
      split: split, before: before, after: after,
      rungs: split.postures.map { slice.rung(under: $0, places: ask.places) })
  }

  private func study(_ parts: Parts, _ series: [Series], _ rungs: [any Rung]) -> Study.Split {
    let split = parts.split
    return Study.Split(
      before: parts.before, after: parts.after, parts: split.parts,
      rungs: split.postureOf.map { postures.count + $0 },
      members: series.map { series in
        split.postureOf.indices.map { subset in
          let rung = postures.count + split.postureOf[subset]
          let members = series.members[rung]
          guard let threats = split.threats[subset] else { return members }
          return members.filter { threats.contains(rungs[rung].exposures[$0].threatID) }
        }
      }, draws: split.draws)
  }
}
