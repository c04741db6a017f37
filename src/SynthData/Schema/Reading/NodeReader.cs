using System.Collections.Immutable;
using SynthData.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SynthData.Schema.Reading;

/// <summary>Reads YAML, and JSON as the part of YAML it is, into nodes; refuses what a schema has no use for.</summary>
/// <remarks>Works on the parser's events and gives up at the first trouble that leaves the rest without meaning.</remarks>
internal sealed class NodeReader(SourceText source, SchemaReading reading)
{
    private readonly Parser parser = new(new StringReader(source.Text));

    /// <summary>Reads the one document of the file; null when there is none that can be used.</summary>
    public SchemaNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException e)
        {
            YamlTrouble.Report(source, reading, e.Start.Line, e.Start.Column, e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser leaves some broken documents by way of its own state checks.
            long lineNumber = parser.Current?.End.Line ?? 1;
            YamlTrouble.Report(source, reading, lineNumber, parser.Current?.End.Column ?? 1, "a list or map in brackets is not closed.");
        }

        return null;
    }

    private SchemaNode? ReadDocument()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart)
        {
            reading.Report(SchemaDiagnostics.Empty, source.At(1, 1));
            return null;
        }

        parser.MoveNext();
        SchemaNode? root = ReadNode(depth: 0);
        if (root is null)
            return null;

        parser.MoveNext();
        if (!parser.MoveNext() || parser.Current is not DocumentStart)
            return root;
        reading.Report(SchemaDiagnostics.SeveralDocuments, Here());
        return null;
    }

    private SchemaNode? ReadNode(int depth)
    {
        if (parser.Current is AnchorAlias alias)
        {
            reading.Report(SchemaDiagnostics.Anchor, Here(), $"*{alias.Value}");
            return null;
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            reading.Report(SchemaDiagnostics.Anchor, Here(), $"&{anchored.Anchor.Value}");
            return null;
        }

        if (parser.Current is NodeEvent { Tag.IsEmpty: false } tagged && !tagged.Tag.IsNonSpecific)
        {
            reading.Report(SchemaDiagnostics.Tag, Here(), tagged.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal));
            return null;
        }

        if (parser.Current is not Scalar && depth >= SchemaLimits.MaxDepth)
        {
            reading.Report(SchemaDiagnostics.TooDeep, Here(), SchemaLimits.MaxDepth);
            return null;
        }

        return parser.Current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => ReadNothing(),
        };
    }

    // Behind some broken brackets the parser ends what it never began.
    private SchemaNode? ReadNothing()
    {
        SourcePosition place = Here();
        YamlTrouble.Report(source, reading, place.Line, place.Column, "a bracket closes what was not opened.");
        return null;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        SourcePosition position = Here();
        SourcePosition content = scalar.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => position with { Column = position.Column + 1 },
            ScalarStyle.Literal or ScalarStyle.Folded => source.BlockContent(position),
            _ => position,
        };
        string text = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? scalar.Value.TrimEnd('\n') : scalar.Value;
        return new ScalarNode(text, scalar.Style != ScalarStyle.Plain, content, position);
    }

    private ListNode? ReadList(int depth)
    {
        SourcePosition position = Here();
        var items = ImmutableArray.CreateBuilder<SchemaNode>();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return new ListNode(items.ToImmutable(), position);
    }

    private MapNode? ReadMap(int depth)
    {
        SourcePosition position = Here();
        bool isFlow = ((MappingStart)parser.Current!).Style == MappingStyle.Flow;
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not { } key || !parser.MoveNext() || ReadNode(depth + 1) is not { } value)
                return null;

            if (seen.Add(Identity(key)))
                entries.Add(new MapEntry(key, value));
            else
                reading.Report(SchemaDiagnostics.DuplicateKey, key.Position, Print(key));
        }

        // A map of one pair inside a list carries no brace of its own, and the parser gives it the file's first place.
        if (entries.Count > 0 && entries[0].Position.Line > position.Line && position is { Line: 1, Column: 1 })
            position = entries[0].Position;
        return new MapNode(entries.ToImmutable(), isFlow, position);
    }

    private SourcePosition Here() => source.At(parser.Current!.Start.Line, parser.Current.Start.Column);

    private static string Identity(SchemaNode key) => key.IsNull ? "\0" : Print(key);

    private static string Print(SchemaNode key) => key switch
    {
        ScalarNode scalar => scalar.Text,
        ListNode list => $"[{string.Join(", ", list.Items.Select(Print))}]",
        _ => "{ }",
    };
}
