public import Quantities

/// One field of a kind: what an analyst may write under it. The reader and the JSON Schema are
/// both made from these tables; this target knows no kind of its own.
public struct Field: Sendable {
  public let name: String
  public let units: KeyValuePairs<String, Double>
  /// One sentence for the schema and the docs.
  public let summary: String
  public let kind: InputKind
  public let isRequired: Bool
  /// Legal values, SI.
  public let range: ClosedRange<Double>
  /// A plain number that is part of a definition, never drawn (M of N).
  public let isSetting: Bool
  /// A duration that says from which event to which it lasts: what is taken, and told, where a claim does not say; nil for
  /// other fields.
  public private(set) var events: Claim.Link?

  /// Spreads that say something of a legal value: none is wider than the legal values together.
  var spreads: ClosedRange<Double> { 0...(range.upperBound - range.lowerBound) }

  /// The unit whose values are SI.
  public var siUnit: String { units.first { $0.value == 1 }?.key ?? "" }

  /// A range of values in the unit a reader would use; counts and factors are never told in percent.
  public func text(_ low: Double, _ high: Double) -> String {
    let isCount = siUnit.isEmpty && range.upperBound > 1
    return Claim.words(low, high, unit: siUnit, scale: isCount ? range.upperBound : nil)
  }

  /// The same field where no events are asked for.
  var plain: Field {
    var field = self
    field.events = nil
    return field
  }

  public init<Q: Quantity>(
    _ name: String, _: Q.Type, _ summary: String, kind: InputKind = .knowledge,
    required: Bool = true, in range: ClosedRange<Double>, setting: Bool = false,
    events: Claim.Link? = nil
  ) {
    self.events = events
    (self.name, self.units, self.summary, self.kind) = (name, Q.units, summary, kind)
    (self.isRequired, self.range, self.isSetting) = (required, range, setting)
  }
}

/// The fields of one kind of thing: `quasi-ballistic`, `ground-radar`, an alert chain.
public struct FieldTable: Sendable {
  public let name: String
  public let summary: String
  public let fields: [Field]
  /// Pairs of which the first must not lie above the second.
  public let orders: [(lesser: String, greater: String)]
  /// Pairs of which the first says nothing without the second.
  public let needs: [(field: String, other: String)]
  /// Fields of before that nothing reads any more, and why: left out and told.
  public let retired: [String: String]
  /// How it is spoken of and drawn; nil for what has no place on a map.
  public let sign: KindSign?

  public init(
    _ name: String, _ summary: String, sign: KindSign? = nil, _ fields: [Field],
    orders: [(lesser: String, greater: String)] = [],
    needs: [(field: String, other: String)] = [], retired: [String: String] = [:]
  ) {
    self.retired = retired
    (self.name, self.summary, self.fields, self.orders) = (name, summary, fields, orders)
    (self.sign, self.needs) = (sign, needs)
  }

  public subscript(name: String) -> Field? { fields.first { $0.name == name } }
}

/// Every table a scenario is read with; the rungs bring theirs, `Vedette` puts them together.
public struct Vocabulary: Sendable {
  /// Kinds that the catalogue may name.
  public var kinds: [FieldTable]
  /// The chain from a track to people; any of it may be repeated for one country.
  public var alert: FieldTable
  public var channel: FieldTable
  public var need: FieldTable
  /// A hand that an order passes through.
  public var hand: FieldTable
  /// The ground of the theatre, addressed `terrain.FIELD`.
  public var ground: FieldTable
  /// What a `reported` net is drawn from, one field a class of threat.
  public var reported: FieldTable
  /// How the log of alerts speaks of each class.
  public var practice: [PracticeRule]
  /// Names of data-pack layers.
  public var layers: [String]
  public var indicators: IndicatorVocabulary
  public var operations: OperationsVocabulary

  public init(
    kinds: [FieldTable], alert: FieldTable, channel: FieldTable, need: FieldTable,
    hand: FieldTable, ground: FieldTable, reported: FieldTable, practice: [PracticeRule],
    layers: [String],
    indicators: IndicatorVocabulary, operations: OperationsVocabulary
  ) {
    (self.practice, self.hand, self.ground) = (practice, hand, ground)
    (self.kinds, self.alert, self.channel) = (kinds, alert, channel)
    (self.need, self.reported, self.layers) = (need, reported, layers)
    (self.indicators, self.operations) = (indicators, operations)
  }
}

/// The tables of `indicators.yaml`.
public struct IndicatorVocabulary: Sendable {
  /// Settings: costs, caps, the rivals' thresholds.
  public var method: FieldTable
  /// One table a purpose of the other side, by its name.
  public var purposes: [FieldTable]
  public var staged: FieldTable
  public var feed: FieldTable
  /// Weekly probabilities of a family, a field a purpose.
  public var rate: FieldTable
  /// Medians of a reported value, a field a purpose, and their spread.
  public var value: FieldTable

  public init(
    method: FieldTable, purposes: [FieldTable], staged: FieldTable, feed: FieldTable,
    rate: FieldTable, value: FieldTable
  ) {
    (self.method, self.purposes, self.staged) = (method, purposes, staged)
    (self.feed, self.rate, self.value) = (feed, rate, value)
  }

  /// The table that an address `indicator.WHAT.OWNER.FIELD` follows.
  func table(_ parts: [String]) -> FieldTable? {
    guard parts.count >= 3 else { return nil }
    return switch parts[1] {
    case "purpose": purposes.first { $0.name == parts[2] }
    case "staged": staged
    case "feed": feed
    case "rate": rate
    case "value": value
    default: nil
    }
  }
}
