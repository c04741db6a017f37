using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>A node of a schema file: a scalar, a list or a map, with its place.</summary>
internal abstract record SchemaNode(SourcePosition Position)
{
    /// <summary>What the node is, for messages such as <c>expected a list, found a map</c>.</summary>
    public abstract string Shape { get; }

    /// <summary>True for a plain <c>null</c>, <c>~</c> or nothing.</summary>
    public virtual bool IsNull => false;
}

/// <summary>A scalar as written.</summary>
/// <param name="Content">The position of the first character of the text, behind a quote or a block's header.</param>
internal sealed record ScalarNode(string Text, bool IsQuoted, SourcePosition Content, SourcePosition Position) : SchemaNode(Position)
{
    public override string Shape => IsNull ? "nothing" : "a single value";

    public override bool IsNull => ToScalar().IsNull;

    public SchemaScalar ToScalar() => new(Text, IsQuoted, Content);

    public ExpressionText ToExpression() => new(Text, Content);
}

/// <summary>A list, in the order written.</summary>
internal sealed record ListNode(ImmutableArray<SchemaNode> Items, SourcePosition Position) : SchemaNode(Position)
{
    public override string Shape => "a list";
}

/// <summary>A map, in the order written; its keys are scalars, or lists of scalars where several columns make a condition.</summary>
/// <param name="IsFlow">Written inside <c>{ }</c>, where a comma ends a value.</param>
internal sealed record MapNode(ImmutableArray<MapEntry> Entries, bool IsFlow, SourcePosition Position) : SchemaNode(Position)
{
    public override string Shape => "a map";

    public SchemaNode? this[string key] => Find(key)?.Value;

    public MapEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Text == key);

    public bool Has(string key) => Find(key) is not null;
}

/// <summary>A key and its value.</summary>
internal sealed record MapEntry(SchemaNode Key, SchemaNode Value)
{
    /// <summary>The key as text; null for a list.</summary>
    public string? Text => (Key as ScalarNode)?.Text;

    public SourcePosition Position => Key.Position;
}
