/// The text form of figure ids, the only place that writes or reads it:
///
///     rung / subject / quantity[-detail][.threat] / posture[~posture] / statistic
///
/// as `tactical/vilnius/warning.quasi-ballistic/2021~2026-forward/median`.
extension FigureID: CustomStringConvertible {
  static let separator: Character = "/"
  static let joint: Character = "~"
  static let point: Character = "."

  /// The five parts, in order; the columns of `figures.csv`.
  public var parts: [String] {
    [level.rawValue, subject.word, quantityWord, setting.word, statistic.name]
  }

  public var description: String { parts.joined(separator: String(FigureID.separator)) }

  private var quantityWord: String {
    threat.map { "\(quantity.word)\(FigureID.point)\($0)" } ?? quantity.word
  }
}

extension FigureSubject {
  static let countryHead = "country-"
  static let districtHead = "district-of-"
  static let regionWord = "region"
  static let allianceWord = "alliance"

  /// As an id carries it.
  public var word: String {
    switch self {
    case .place(let id), .episode(let id): id
    case .country(let code): FigureSubject.countryHead + code.lowercased()
    case .district(let id): FigureSubject.districtHead + id
    case .region: FigureSubject.regionWord
    case .alliance: FigureSubject.allianceWord
    }
  }

  /// Whether a place may not be called so, since ids of regions are.
  public static func isTaken(_ id: String) -> Bool {
    if case .place = FigureSubject(id, isEpisode: false) { false } else { true }
  }

  /// What an id's second part speaks of.
  public init(_ word: String, isEpisode: Bool) {
    switch word {
    case FigureSubject.regionWord: self = .region
    case FigureSubject.allianceWord: self = .alliance
    case _ where word.hasPrefix(FigureSubject.countryHead):
      self = .country(word.dropFirst(FigureSubject.countryHead.count).uppercased())
    case _ where word.hasPrefix(FigureSubject.districtHead):
      self = .district(String(word.dropFirst(FigureSubject.districtHead.count)))
    default: self = isEpisode ? .episode(word) : .place(word)
    }
  }
}

extension FigureSetting: CustomStringConvertible {
  /// As an id carries it: `2021~2026-forward`.
  public var word: String { postures.joined(separator: String(FigureID.joint)) }

  public var description: String { word }

  init?(_ word: Substring) {
    let ids = word.split(separator: FigureID.joint, omittingEmptySubsequences: false)
    guard ids.allSatisfy({ !$0.isEmpty }) else { return nil }
    switch ids.count {
    case 1: self = .posture(String(ids[0]))
    case 2: self = .pair(before: String(ids[0]), after: String(ids[1]))
    default: return nil
    }
  }
}

/// Every quantity of a program: what its rungs declare, together.
public struct FigureVocabulary: Sendable {
  private let quantities: [FigureQuantity]
  private let byName: [String: FigureQuantity]

  /// - Precondition: no two quantities of a rung share a name.
  public init(_ quantities: [FigureQuantity]) {
    self.quantities = quantities
    byName = Dictionary(
      quantities.map { (FigureVocabulary.key($0.level, $0.name), $0) },
      uniquingKeysWith: { first, _ in preconditionFailure("two quantities are called \(first.name)")
      })
  }

  private static func key(_ level: Level, _ name: some StringProtocol) -> String {
    "\(level.rawValue) \(name)"
  }

  /// Reads an id; nil where it is none of this program's.
  public func id(_ text: String) -> FigureID? {
    let parts = text.split(separator: FigureID.separator, omittingEmptySubsequences: false)
    guard parts.count == 5, let level = Level(rawValue: String(parts[0])), !parts[1].isEmpty,
      let (quantity, threat) = quantity(parts[2], level), let setting = FigureSetting(parts[3]),
      let statistic = statistic(parts[4], of: quantity, isChange: setting.isChange)
    else { return nil }
    return FigureID(
      FigureSubject(String(parts[1]), isEpisode: quantity.isOfEpisodes), quantity, of: threat,
      setting, statistic)
  }

  /// Reads an id whose parts stand apart; nil where it is none of this program's.
  ///
  /// - Parameters:
  ///   - quantity: with its detail.
  ///   - before: nil under one posture.
  public func id(
    rung: String, subject: String, quantity: String, threat: String?, before: String?,
    posture: String, statistic: String
  ) -> FigureID? {
    let word = threat.map { "\(quantity)\(FigureID.point)\($0)" } ?? quantity
    let setting = before.map { "\($0)\(FigureID.joint)\(posture)" } ?? posture
    return id(
      [rung, subject, word, setting, statistic].joined(separator: String(FigureID.separator)))
  }

  /// The id whose every part is nearest to a text's; nil where a part is like nothing that is known.
  ///
  /// - Parameters:
  ///   - subjects, settings: what a scenario has.
  ///   - threats: classes, formations and purposes that figures may be of.
  public func nearest(
    to text: String, subjects: [FigureSubject], settings: [FigureSetting], threats: [String]
  ) -> FigureID? {
    let parts = text.split(separator: FigureID.separator, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 5,
      let level = NearestName.to(parts[0], among: Level.allCases.map(\.rawValue)),
      let subject = NearestName.to(parts[1], among: subjects.map(\.word)),
      let setting = NearestName.to(parts[3], among: settings.map(\.word))
    else { return nil }
    let own = quantities.filter { $0.level.rawValue == level }
    let pieces = parts[2].split(separator: FigureID.point, maxSplits: 1).map(String.init)
    guard !pieces.isEmpty, let quantity = nearest(Substring(pieces[0]), own) else { return nil }
    let threat = pieces.count > 1 ? NearestName.to(pieces[1], among: threats) : nil
    let isChange = setting.contains(FigureID.joint)
    let told = isChange ? quantity.changes : quantity.statistics
    guard let statistic = NearestName.to(parts[4], among: told.map(\.name)),
      pieces.count == 1 || threat != nil
    else { return nil }
    let word = threat.map { "\(quantity.word)\(FigureID.point)\($0)" } ?? quantity.word
    let near = [level, subject, word, setting, statistic].joined(
      separator: String(FigureID.separator))
    return near == text ? nil : id(near)
  }

  /// With what it is about as it was written, where only its name is known.
  private func nearest(_ word: Substring, _ own: [FigureQuantity]) -> FigureQuantity? {
    if let level = own.first?.level, let known = detailed(word, level) { return known }
    let plain = own.filter { $0.takes == .none }.map(\.name)
    return NearestName.to(String(word), among: plain).flatMap { name in
      own.first { $0.name == name }
    }
  }

  /// The longest declared name that the word begins with, and what follows it.
  private func quantity(
    _ word: Substring, _ level: Level
  ) -> (FigureQuantity, threat: String?)? {
    if let point = word.firstIndex(of: FigureID.point) {
      let threat = word[word.index(after: point)...]
      guard !threat.isEmpty, let quantity = detailed(word[..<point], level) else { return nil }
      return (quantity, String(threat))
    }
    return detailed(word, level).map { ($0, nil) }
  }

  private func detailed(_ word: Substring, _ level: Level) -> FigureQuantity? {
    var name = word
    while true {
      if let known = byName[FigureVocabulary.key(level, name)] {
        let rest = word[name.endIndex...].dropFirst()
        if known.takes == .none { return rest.isEmpty ? known : nil }
        return rest.isEmpty ? nil : known.of(String(rest))
      }
      guard let hyphen = name.lastIndex(of: "-") else { return nil }
      name = name[..<hyphen]
    }
  }

  private func statistic(
    _ name: Substring, of quantity: FigureQuantity, isChange: Bool
  ) -> Statistic? {
    let known = isChange ? quantity.changes : quantity.statistics
    return known.first { $0.name == name }
      ?? (name.isEmpty || !known.contains(where: \.isOpen) ? nil : .part(String(name)))
  }
}
