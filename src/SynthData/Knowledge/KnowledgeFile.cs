using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Knowledge;

/// <summary>What a model was asked once, or a hand wrote, about the prompt columns of a dataset; or a pack of it for anybody's columns.</summary>
/// <param name="Path">As opened: diagnostics say it so.</param>
/// <param name="Sha256">Of the file's bytes, 64 lower-case hex digits.</param>
internal sealed record KnowledgeFile(string Path, string Sha256)
{
    /// <summary>The name of a pack; null for the knowledge of one dataset.</summary>
    public string? Pack { get; init; }

    /// <summary>The language a pack is written in.</summary>
    public string? Locale { get; init; }

    public string? About { get; init; }

    public ImmutableArray<KnowledgeColumn> Columns { get; init; } = [];

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, KnowledgeList> Lists { get; init; } = ImmutableSortedDictionary.Create<string, KnowledgeList>(StringComparer.Ordinal);

    /// <summary>Finds what is known of a column, be it one of a group.</summary>
    public KnowledgeColumn? Find(string? table, string column) => Columns.FirstOrDefault(known => known.Table == table && known.Names.Contains(column));
}

/// <summary>What is known of one column, or of several that one entry fills together.</summary>
/// <param name="Table">Null in a pack.</param>
/// <param name="Position">Of its key.</param>
internal sealed record KnowledgeColumn(string? Table, ImmutableArray<string> Names, SourcePosition Position)
{
    /// <summary>Of what its prompts and conditions meant when it was compiled; null where a hand wrote it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The columns of the row that conditions name, as the schema writes them.</summary>
    public ImmutableArray<KnowledgeName> Given { get; init; } = [];

    public ImmutableArray<KnowledgePool> Pools { get; init; } = [];

    /// <summary>The pack it is taken from; null where it has pools of its own.</summary>
    public PackUse? Pack { get; init; }

    /// <summary>As a file writes it: <c>tickets.body</c>, or <c>tickets.[subject, body]</c>.</summary>
    public string Key => (Table is null ? "" : Table + ".") + (Names.Length == 1 ? Names[0] : $"[{string.Join(", ", Names)}]");
}

/// <summary>A name as written.</summary>
internal sealed record KnowledgeName(string Text, SourcePosition Position);

/// <summary>A column taken from a pack.</summary>
/// <param name="Columns">The pack's columns for those of the table, in their order; empty where the names agree.</param>
/// <param name="Given">The table's column for each name of the pack's conditions; those left out have the same name.</param>
internal sealed record PackUse(KnowledgeName Name, ImmutableArray<KnowledgeName> Columns, ImmutableSortedDictionary<string, KnowledgeName> Given);
