using SynthData.Schema;

namespace SynthData.Expressions.Objects;

/// <summary>A stretch of an object's text.</summary>
internal abstract record ObjectPart;

/// <summary>Braces, names, commas: the same for every row.</summary>
internal sealed record ObjectLiteral(string Text) : ObjectPart;

/// <summary>The value of an expression, as JSON spells its type; JSON itself stands as it is.</summary>
internal sealed record ObjectCell(BoundExpression Expression, ColumnType Type) : ObjectPart;
