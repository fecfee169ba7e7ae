public import Findings
public import Quantities

/// What a die says becomes of an attack by one class of threat: faces in order of how much warning is left, least first.
///
/// Each face stands for as many draws as every other. In a draw the launcher of the class that leaves least stands for all of
/// them, as in the figures of the class.
public struct AdjudicationTable: Sendable {
  public enum Die: String, CaseIterable, Sendable {
    case d10, d100

    var faces: Int { self == .d10 ? 10 : 100 }
  }

  /// Faces that say the same.
  public struct Row: Sendable {
    public let rolls: ClosedRange<Int>
    /// The middle one of the draws that the faces stand for.
    public let middle: KeptDraw
    /// The ends of what is left within the row, whole bounds as a table has them; nil where no alert comes or nothing arrives.
    public let bounds: (low: TimeSpan?, high: TimeSpan?)?
  }

  public let posture, threat: String
  public let rows: [Row]

  /// Nil where no launcher of the class reaches the place in any draw.
  public init?(_ kept: KeptDraws, place: String, threat: String, die: Die) {
    let pairs = kept.pairs.filter { $0.place == place && $0.threat == threat }
    guard let draws = pairs.map(\.draws.count).min(), draws >= 1 else { return nil }
    (posture, self.threat) = (kept.posture, threat)
    let told = (0..<draws).map { draw in
      pairs.map { $0.draws[draw] }.min(by: AdjudicationTable.leavesLess)!
    }.sorted(by: AdjudicationTable.leavesLess)
    // rank of the middle of a face's draws
    let faces = (0..<die.faces).map { face in
      told[(2 * face + 1) * draws / (2 * die.faces)]
    }
    rows = AdjudicationTable.runs(faces.map(Band.init)).map { run in
      let middle = (run.lowerBound + run.upperBound) * draws / (2 * die.faces)
      // the middle of a run of faces may fall on a draw between two of them
      let own = Band(told[middle]) == Band(faces[run.lowerBound])
      return Row(
        rolls: run.lowerBound + 1...run.upperBound,
        middle: own ? told[middle] : faces[(run.lowerBound + run.upperBound - 1) / 2],
        bounds: Band(faces[run.lowerBound]).bounds)
    }
  }

  /// No alert before any, then by what is left; what is out of reach last. Equal ones by why, then by the flight.
  private static func leavesLess(_ a: KeptDraw, _ b: KeptDraw) -> Bool {
    func key(_ draw: KeptDraw) -> (Int, Double, String, Double) {
      let flight = draw.arrived?.seconds ?? 0
      return switch draw.outcome {
      case .never: (0, 0, draw.reason ?? "", flight)
      case .late, .inTime: (1, draw.warning?.seconds ?? 0, draw.reason ?? "", flight)
      case .outOfReach: (2, 0, "", 0)
      }
    }
    return key(a) < key(b)
  }

  /// Runs of equal neighbours.
  private static func runs(_ bands: [Band]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in bands.indices {
      if let last = runs.last, bands[last.lowerBound] == bands[index] {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  /// What a table tells apart: the outcome, why there is no alert, and how much is left, coarsely.
  private struct Band: Equatable {
    /// s; steps of what is left, either side of the impact.
    static let steps: [Double] = [30, 60, 120, 180, 300, 600, 1_200, 3_600]

    let outcome: KeptDraw.Outcome
    /// Of what never comes.
    let reason: String?
    let step: Int

    init(_ draw: KeptDraw) {
      outcome = draw.outcome
      reason = draw.outcome == .never ? draw.reason : nil
      let left = abs(draw.warning?.seconds ?? 0)
      step = Band.steps.firstIndex { left < $0 } ?? Band.steps.count
    }

    /// Of the size of what is left, whichever side it is on.
    var bounds: (low: TimeSpan?, high: TimeSpan?)? {
      guard outcome == .inTime || outcome == .late else { return nil }
      return (
        step == 0 ? nil : .seconds(Band.steps[step - 1]),
        step == Band.steps.count ? nil : .seconds(Band.steps[step])
      )
    }
  }
}
