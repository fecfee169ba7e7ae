internal import Findings

/// Numbers of the operational rung as a reader has them.
enum OperationalWords {
  /// What binds a railway, by the word of its figures.
  static let limits = [
    ("line", "the lines"), ("yard", "unloading"), ("loading", "loading"),
    ("gauge", "the change of gauge"),
  ]

  static let weapons = [
    ("drone", "FPV drones"), ("munition", "Loitering munitions"),
    ("missile", "Anti-tank missiles"),
  ]

  /// The length of a formation's way; who never comes has none.
  static func way(_ length: Figure?, days: Figure?) -> String {
    days?.estimate.value == nil ? "no way" : kilometres(length)
  }

  private static func kilometres(_ figure: Figure?) -> String {
    guard let value = figure?.estimate.value else { return "–" }
    let step = value >= 200 ? 10.0 : 1
    return "\(Words.whole((value / step).rounded() * step)) km"
  }

  /// How much longer than the straight line; doubtful ones say so.
  static func detour(_ figure: Figure?) -> String {
    guard let value = figure?.estimate.value else { return "–" }
    return times(figure) + (value > OperationalFigures.doubtfulDetour ? ", doubtful" : "")
  }

  /// A share of a length.
  static func ofLength(_ figure: Figure?) -> String {
    guard let value = figure?.estimate.value else { return "–" }
    if value > 0.995 { return "all" }
    return value < 0.005 ? "none" : "\(Words.whole((value * 100).rounded())) %"
  }

  static func times(_ figure: Figure?) -> String {
    guard let value = figure?.estimate.value else { return "–" }
    return Words.number((value * 10).rounded() / 10)
  }

  static func hundreds(_ figure: Figure?) -> String {
    guard let value = figure?.estimate.value else { return "–" }
    return Words.whole((value / 100).rounded() * 100)
  }

  static func whole(_ figure: Figure?) -> String {
    guard let value = figure?.estimate.value else { return "–" }
    return Words.whole(value.rounded())
  }
}
