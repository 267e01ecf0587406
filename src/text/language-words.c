/* SPDX-License-Identifier: GPL-3.0-or-later
 * language-words.c - the commonest words of the languages of Latin script, and letters that only some of them have. */
#include "language-words.h"

#include "once.h"

/* In lower case. */
static const struct {
    const char *code, *words, *letters;
} languages[] = {
    { "en",
      " the of and to in is that for it was on are as with by he at from his this have which or be not but had they their were its an has "
      "been "
      "we you she who will would there when if more than her our said these after those however while before since although according "
      "meanwhile ",
      "" },
    { "de",
      " der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei "
      "einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch wir ich doch diese dieser ",
      "äöüß" },
    { "fr",
      " le la les de des du et un une est en que qui dans pour par sur au aux pas plus ce il elle ne se son sa ses avec sont mais nous "
      "vous "
      "ils ont été cette ces leur où comme tout selon après avant ",
      "éèêàçùœ" },
    { "es",
      " el la los las de del que en un una por con para es se no su al lo como más pero sus le ya este sí porque esta entre cuando muy sin "
      "sobre también fue había según desde hasta han ",
      "ñóíáú¿¡" },
    { "pt",
      " de da do das dos que em um uma para com não os as por mais foi ao ele seu sua ou ser quando muito nos já está também só pelo pela "
      "até "
      "isso ela entre era são ",
      "ãõçáê" },
    { "it",
      " di che il la e un una per non sono con del della dei delle nel nella si da come anche più ma gli le lo alla al dal dalla ha questo "
      "questa è stato ",
      "èàùòì" },
    { "nl",
      " de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij nog naar uit door over ze hij wordt hebben heeft "
      "deze "
      "werd ",
      "" },
    { "pl", " nie się na do jest że to jak po co ale za od tak czy przez jego tym był jej oraz dla przed który które ", "ąćęłńśźż" },
    { "cs", " že se na je to za jsem jak si do by ale pro jako podle nebo byl která který jeho před ", "ěřůčšž" },
    { "sv", " och att det som en på är av för med den till inte om ett han men var jag från kan hade när så ", "åäö" },
    { "tr", " ve bir bu da için ile olarak çok daha gibi ne kadar sonra olan olduğu en ama ya ki türkiye değil ", "ğşıç" },
    { "id", " yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena ada mereka oleh telah adalah sebagai bahwa ", "" },
    { "vi", " của và là có không được trong cho các một người này đã những với để khi về từ ông ", "ăđơưạảấầậếềệốộớờợứừự" },
    { "ro", " și de la în cu nu pe este care din că mai sau pentru un fost au lui sunt fi ", "ăâîșț" },
    { "hu", " a az és hogy nem is egy ez van de meg volt csak ki már még mint azt el lesz ", "őűáé" },
};

#define N_SLOTS 4096 /* a power of 2, several times the number of words */

/* Words are looked up for every word of every block of Latin text, so their table is as plain as can be: open addressing, keys padded with
 * zeros. */
typedef struct {
    char word[GX_LANGUAGE_LONGEST_WORD];
    guint bits; /* of languages; 0: a free slot */
} Slot;

typedef struct {
    guint8 begun[N_SLOTS]; /* whether the search for any word begins at this slot; most words are told by that alone */
    Slot slots[N_SLOTS];
    GHashTable *letters; /* letter -> bits of languages */
} Table;

/* The slot at which the search for the word begins. */
static guint
first_slot (const char *word)
{
    guint64 halves[2];

    G_STATIC_ASSERT (sizeof halves == GX_LANGUAGE_LONGEST_WORD);
    memcpy (halves, word, sizeof halves);
    return (guint)((halves[0] * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) ^ halves[1] * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F)) >> 40) %
           N_SLOTS;
}

/* The slot in which the word is or would be. */
static guint
find_slot (const Table *table, const char *word)
{
    guint at = first_slot (word);

    for (; table->slots[at].bits != 0; at = (at + 1) % N_SLOTS)
        if (memcmp (table->slots[at].word, word, GX_LANGUAGE_LONGEST_WORD) == 0)
            break;
    return at;
}

static void
add_words (Table *self, const char *list, guint bit)
{
    g_auto (GStrv) words = g_strsplit (list, " ", -1);

    for (guint k = 0; words[k]; k++) {
        char key[GX_LANGUAGE_LONGEST_WORD] = { 0 };
        gsize len = strlen (words[k]);
        Slot *slot;

        if (len == 0 || len > sizeof key)
            continue;
        memcpy (key, words[k], len);
        slot = &self->slots[find_slot (self, key)];
        self->begun[first_slot (key)] = TRUE;
        memcpy (slot->word, key, sizeof key);
        slot->bits |= 1U << bit;
    }
}

static gpointer
make_table (gpointer unused)
{
    (void)unused;
    Table *self = g_new0 (Table, 1);

    G_STATIC_ASSERT (G_N_ELEMENTS (languages) < 32);
    self->letters = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
        add_words (self, languages[i].words, i);
        for (const char *p = languages[i].letters; *p; p = g_utf8_next_char (p)) {
            gpointer letter = GUINT_TO_POINTER (g_utf8_get_char (p));
            guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, letter));

            g_hash_table_insert (self->letters, letter, GUINT_TO_POINTER (bits | 1U << i));
        }
    }
    return self;
}

static const Table *
table_get (void)
{
    static GxOnce once = GX_ONCE_INIT;

    return gx_once_get (&once, make_table, NULL);
}

guint
gx_language_words_n (void)
{
    return G_N_ELEMENTS (languages);
}

const char *
gx_language_words_code (guint i)
{
    return languages[i].code;
}

guint
gx_language_words_find (const char *word)
{
    const Table *table = table_get ();

    return table->begun[first_slot (word)] ? table->slots[find_slot (table, word)].bits : 0;
}

guint
gx_language_words_letter (gunichar letter)
{
    return GPOINTER_TO_UINT (g_hash_table_lookup (table_get ()->letters, GUINT_TO_POINTER (letter)));
}
