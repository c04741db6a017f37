using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>An expression as written, with the position of its first character.</summary>
internal sealed record ExpressionText(string Text, SourcePosition Position);
