internal import Findings
internal import Quantities
internal import Tactical
public import Theatre

/// How long an order may take: what is in time, and who of those that act on an alert is in shelter, if every order takes
/// so long.
public struct DecisionCurve: Sendable {
  /// One class of threat under one posture.
  public struct Row: Sendable {
    public let posture, threat: String
    /// As orders are given now: share of attacks with the alert in time, share of those who act that are in shelter.
    public let now: (inTime: Double, sheltered: Double)
    /// The same by how long the order takes, s ascending.
    public let points: [(seconds: Double, inTime: Double, sheltered: Double)]

    /// The longest order with which so many people are in shelter, s, straight between the points; nil where
    /// not even an order at once would do. Past the last point it is that.
    public func longest(_ share: Double) -> Double? {
      guard let first = points.first, first.sheltered >= share else { return nil }
      for (a, b) in zip(points, points.dropFirst()) where b.sheltered < share {
        let part = (a.sheltered - share) / (a.sheltered - b.sheltered)
        return a.seconds + part * (b.seconds - a.seconds)
      }
      return points[points.count - 1].seconds
    }
  }

  /// Orders that are tried, s.
  public static let seconds: [Double] = [
    0, 15, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1_800,
  ]

  /// In order of posture and class; those that no threat reaches in most draws are left out.
  public let rows: [Row]
}

extension Analysis {
  /// The curve of one place. Draws are the same for every order, so what is left falls with the order alone.
  ///
  /// - Parameter postures: of the scenario, by their ids.
  /// - Throws: `Theatre.EditFault` where the scenario has no order to set.
  public func decisionCurve(
    of place: String, postures ids: [String], _ effort: Effort, seed: UInt64, threads: Int = 2,
    progress: @escaping Progress = { _, _, _ in }
  ) async throws -> DecisionCurve {
    let theatre = scenario.theatre
    let decision = Address("alert", "decision")
    let ask = Ask(
      levels: [.tactical], places: [place], postures: Set(ids), pairs: [], products: [.series])
    // whom no alert moves, no order helps
    let everybodyActs = Set(theatre.places.map(\.settlement)).sorted().compactMap {
      settlement -> Theatre.Edit? in
      let address = Address("alert", settlement, "act")
      return theatre.bibliography.laws[address].map { .set(address, Law($0.kind, .constant(1))) }
    }
    // every way's own decision is one
    let orders =
      [decision]
      + theatre.bibliography.laws.keys.sorted().filter {
        $0.description.hasPrefix("alert.") && $0.description.hasSuffix("_decision")
      }
    func shares(_ seconds: Double?) async throws -> [[String]: [Statistic: Double]] {
      let postures = try ids.map { id in
        guard let seconds, let law = theatre.bibliography.laws[decision] else {
          return try theatre.posture(id, applying: everybodyActs, called: id)
        }
        return try theatre.posture(
          id, applying: orders.map { .set($0, Law(law.kind, .constant(seconds))) } + everybodyActs,
          called: id)
      }
      let results = try await answer(
        ask, effort, seed: seed, postures: postures, threads: threads)
      var found: [[String]: [Statistic: Double]] = [:]
      for figure in results.figures {
        guard figure.id.quantity == TacticalFigures.warning, let threat = figure.id.threat,
          case .posture(let posture) = figure.id.setting, let value = figure.estimate.value
        else { continue }
        found[[posture, threat], default: [:]][figure.id.statistic] = value
      }
      return found
    }
    let now = try await shares(nil)
    var tried: [(seconds: Double, shares: [[String]: [Statistic: Double]])] = []
    for (index, seconds) in DecisionCurve.seconds.enumerated() {
      tried.append((seconds, try await shares(seconds)))
      progress("orders", index + 1, DecisionCurve.seconds.count)
    }
    let classes = theatre.classesOfThreat
    var rows: [DecisionCurve.Row] = []
    for posture in ids {
      for threat in classes {
        let key = [posture, threat]
        guard let own = now[key], own[.outOfReach] ?? 1 < 0.5 else { continue }
        func pair(_ shares: [Statistic: Double]?) -> (Double, Double) {
          (shares?[.inTime] ?? 0, shares?[TacticalFigures.enough] ?? 0)
        }
        rows.append(
          DecisionCurve.Row(
            posture: posture, threat: threat, now: pair(own),
            points: tried.map {
              let (inTime, sheltered) = pair($0.shares[key])
              return ($0.seconds, inTime, sheltered)
            }))
      }
    }
    return DecisionCurve(rows: rows)
  }
}
