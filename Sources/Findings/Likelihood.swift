/// Words for probabilities, ICD 203 (2015), section D.6.e.(2).(a): 1 to 99 %.
public enum Likelihood {
  /// The word for a probability; beyond 1 and 99 % it is said plainly.
  public static func word(_ p: Double) -> String {
    switch p {
    case ..<0.01: "below one in a hundred"
    case ..<0.05: "almost no chance"
    case ..<0.20: "very unlikely"
    case ..<0.45: "unlikely"
    case ..<0.55: "roughly even chance"
    case ..<0.80: "likely"
    case ..<0.95: "very likely"
    case ...0.99: "almost certain"
    default: "above ninety-nine in a hundred"
    }
  }
}
