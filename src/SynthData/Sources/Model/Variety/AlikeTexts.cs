namespace SynthData.Sources.Model.Variety;

/// <summary>Texts by their five-grams, to find one that is alike: exactly, without comparing with all of them. Not thread-safe.</summary>
/// <remarks>
/// An inverted index over the rarest grams of each text: two texts that are alike share one of those (<see cref="AlikeBound.PrefixOf"/>). Which grams are rare
/// is counted anew whenever the texts have grown fourfold; between that, grams not seen then count as the rarest. What sizes, places and signatures of two
/// texts rule out is not compared. Memory is four bytes a gram of each text, and 12 a gram it is found by.
/// </remarks>
internal sealed class AlikeTexts(AlikeBound bound)
{
    private const int FirstCount = 256;
    private const int Growth = 4;
    private const long Gone = -1;

    private readonly GramIds grams = new();
    private readonly List<int[]> sets = [];         // by text; places in the order of grams, ascending
    private readonly List<long> owners = [];
    private readonly List<int> looks = [];          // by text: the last search that came by
    private readonly List<GramSignature> signatures = [];
    private readonly Dictionary<int, List<Entry>> texts = [];
    private int[] places = [];                      // by gram
    private int[] byPlace = [];
    private int searches;
    private int nextCount = FirstCount;

    /// <summary>Finds a text that is alike: the first added among those of the rarest gram in common.</summary>
    /// <returns>Its owner, or null.</returns>
    public long? Find(string form)
    {
        (int[] set, GramSignature signature) = SetOf(form);
        searches++;
        for (int place = 0; place < bound.PrefixOf(set.Length); place++)
        {
            if (!texts.TryGetValue(set[place], out List<Entry>? candidates))
                continue;
            foreach (Entry entry in candidates)
            {
                if (!bound.MayBeAlike(set.Length, entry.Size) || looks[entry.Text] == searches)
                    continue;
                looks[entry.Text] = searches;

                // This is the first gram in common: at most all behind it are so too.
                int least = bound.LeastCommon(set.Length, entry.Size);
                int most = Math.Min(set.Length - place, entry.Size - entry.Place);
                if (most >= least && signature.MostCommon(signatures[entry.Text], set.Length, entry.Size) >= least
                    && owners[entry.Text] != Gone && IsAlike(set, sets[entry.Text], least))
                {
                    return owners[entry.Text];
                }
            }
        }

        return null;
    }

    /// <returns>The number of the text, to remove it by.</returns>
    public int Add(string form, long owner)
    {
        if (sets.Count == nextCount)
            Reorder();
        (int[] set, GramSignature signature) = SetOf(form);
        sets.Add(set);
        signatures.Add(signature);
        owners.Add(owner);
        looks.Add(0);
        Enter(sets.Count - 1);
        return sets.Count - 1;
    }

    public void Remove(int text)
    {
        owners[text] = Gone;
        sets[text] = [];
    }

    private (int[] Set, GramSignature Signature) SetOf(string form)
    {
        int[] set = grams.Of(form);
        GramSignature signature = GramSignature.Of(set);
        for (int index = 0; index < set.Length; index++)
            set[index] = PlaceOf(set[index]);
        Array.Sort(set);
        return (set, signature);
    }

    // Grams that were not counted yet stand before all that were.
    private int PlaceOf(int gram) => gram < places.Length ? places[gram] : -1 - gram;

    private int GramAt(int place) => place >= 0 ? byPlace[place] : -1 - place;

    private bool IsAlike(int[] first, int[] second, int least)
    {
        int common = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            if (common + Math.Min(first.Length - i, second.Length - j) < least)
                return false;
            int order = first[i].CompareTo(second[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return bound.AreAlike(common, first.Length, second.Length);
    }

    private void Enter(int text)
    {
        int[] set = sets[text];
        for (int place = 0; place < bound.PrefixOf(set.Length); place++)
        {
            if (!texts.TryGetValue(set[place], out List<Entry>? entered))
                texts.Add(set[place], entered = []);
            entered.Add(new Entry(text, set.Length, place));
        }
    }

    private void Reorder()
    {
        nextCount *= Growth;
        var counts = new int[grams.Count];
        foreach (int[] set in sets)
        {
            for (int index = 0; index < set.Length; index++)
            {
                set[index] = GramAt(set[index]);
                counts[set[index]]++;
            }
        }

        byPlace = [.. Enumerable.Range(0, counts.Length)];
        Array.Sort(counts, byPlace);
        places = new int[byPlace.Length];
        for (int place = 0; place < byPlace.Length; place++)
            places[byPlace[place]] = place;
        texts.Clear();
        for (int text = 0; text < sets.Count; text++)
        {
            int[] set = sets[text];
            for (int index = 0; index < set.Length; index++)
                set[index] = places[set[index]];
            Array.Sort(set);
            if (owners[text] != Gone)
                Enter(text);
        }
    }

    /// <summary>A text under one of its rarest grams.</summary>
    /// <param name="Size">Grams of the text.</param>
    /// <param name="Place">Of this gram among them.</param>
    private readonly record struct Entry(int Text, int Size, int Place);
}
