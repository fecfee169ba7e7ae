/// What a figure is about.
public enum FigureSubject: Hashable, Sendable {
  case place(String)
  /// Upper-case code.
  case country(String)
  /// By its most populous place.
  case district(String)
  /// Everything that the scenario covers.
  case region
  /// The countries that warn each other.
  case alliance
  case episode(String)
}

/// One posture, or what changes from one to another.
public enum FigureSetting: Hashable, Sendable {
  case posture(String)
  case pair(before: String, after: String)

  /// The postures it speaks of, earlier first.
  public var postures: [String] {
    switch self {
    case .posture(let id): [id]
    case .pair(let before, let after): [before, after]
    }
  }

  public var isChange: Bool {
    if case .pair = self { true } else { false }
  }
}

/// Which number it is: stable over seeds and draws; a printed number carries it.
public struct FigureID: Hashable, Sendable {
  public let subject: FigureSubject
  public let quantity: FigureQuantity
  /// A class of threat, a formation, a purpose or a trial; nil for all threats.
  public let threat: String?
  public let setting: FigureSetting
  public let statistic: Statistic

  public init(
    _ subject: FigureSubject, _ quantity: FigureQuantity, of threat: String? = nil,
    _ setting: FigureSetting, _ statistic: Statistic
  ) {
    (self.subject, self.quantity, self.threat) = (subject, quantity, threat)
    (self.setting, self.statistic) = (setting, statistic)
  }

  public var level: Level { quantity.level }
  /// Of the number: a share whatever the quantity is counted in, where the statistic is one.
  public var unit: FigureUnit { statistic.isShare ? .share : quantity.unit }

  /// What may be told beside its own statistic.
  public var told: [Statistic] { setting.isChange ? quantity.changes : quantity.statistics }

  /// Whether both are told of the same thing, with whatever statistic.
  public func isOfSameGroup(as other: FigureID) -> Bool {
    subject == other.subject && quantity == other.quantity && threat == other.threat
      && setting == other.setting
  }

  /// The same number with another statistic.
  public func with(_ statistic: Statistic) -> FigureID {
    FigureID(subject, quantity, of: threat, setting, statistic)
  }

  /// The same number of another setting.
  public func under(_ setting: FigureSetting) -> FigureID {
    FigureID(subject, quantity, of: threat, setting, statistic)
  }
}
