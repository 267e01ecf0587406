/* SPDX-License-Identifier: GPL-3.0-or-later
 * language-words.c - the commonest words of the languages of Latin script, and letters that only some of them have. */
#include "language-words.h"

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

typedef struct {
    GHashTable *words;   /* word -> bits of languages */
    GHashTable *letters; /* letter -> bits of languages */
} Table;

static void
add_bit (GHashTable *table, gpointer key, guint bit)
{
    guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

    g_hash_table_insert (table, key, GUINT_TO_POINTER (bits | 1U << bit));
}

static Table *
make_table (void)
{
    Table *self = g_new (Table, 1);

    G_STATIC_ASSERT (G_N_ELEMENTS (languages) <= 32);
    self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->letters = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
        g_auto (GStrv) words = g_strsplit (languages[i].words, " ", -1);

        for (guint k = 0; words[k]; k++)
            if (*words[k])
                add_bit (self->words, g_strdup (words[k]), i);
        for (const char *p = languages[i].letters; *p; p = g_utf8_next_char (p))
            add_bit (self->letters, GUINT_TO_POINTER (g_utf8_get_char (p)), i);
    }
    return self;
}

static const Table *
table_get (void)
{
    static gsize once;

    if (g_once_init_enter (&once))
        g_once_init_leave (&once, (gsize)make_table ());
    return (const Table *)once;
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
    return GPOINTER_TO_UINT (g_hash_table_lookup (table_get ()->words, word));
}

guint
gx_language_words_letter (gunichar letter)
{
    return GPOINTER_TO_UINT (g_hash_table_lookup (table_get ()->letters, GUINT_TO_POINTER (letter)));
}
